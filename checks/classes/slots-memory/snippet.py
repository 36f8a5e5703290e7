from sys import getsizeof


class Plain:
    pass


class Slim:
    __slots__ = ("x", "y")


class Child(Slim):
    pass


plain, slim, child = Plain(), Slim(), Child()
for thing in (plain, slim, child):
    thing.x = thing.y = 1
    print(getattr(thing, "__dict__", "no dict"), hasattr(thing, "__weakref__"))
print(type(Slim.x).__name__)
print(getsizeof(slim) < getsizeof(plain) + getsizeof(vars(plain)))
