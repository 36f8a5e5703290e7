import gc


class Node:
    def __del__(self):
        print("freed")


gc.disable()
first = second = Node()
del first
print("one name left")
second = None
ring = Node()
ring.me = ring
del ring
print("ring deleted")
gc.collect()
print("end")
