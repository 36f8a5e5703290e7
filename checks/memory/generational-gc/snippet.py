import gc


class Node:
    def __init__(self, name):
        self.name, self.me = name, self

    def __del__(self):
        dead.append(self.name)


gc.disable()
dead = []
old = Node("old")
gc.collect(0)
young = Node("young")
del old, young
print(dead)
gc.collect(0)
print(dead)
gc.collect()
print(dead, len(gc.garbage))
print(gc.is_tracked([1]), gc.is_tracked("text"), gc.is_tracked(1))
