import gc


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("freed", self.name)


def work():
    helper = Node("helper")
    return "worked with " + helper.name


gc.disable()
first = second = Node("shared")
del first
print("one name left")
second = None
print(work())
ring = Node("ring")
ring.me = ring
del ring
print("ring deleted")
gc.collect()
print("end")
