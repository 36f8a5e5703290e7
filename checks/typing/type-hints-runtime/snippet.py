from dataclasses import dataclass


def double(n: int) -> str:
    return n * 2


@dataclass
class Point:
    x: int


for value in (4, "ab", None):
    try:
        print(repr(double(value)))
    except TypeError:
        print("TypeError")
limit: int = "none"
print(type(limit).__name__)
print(list(double.__annotations__))
print(Point("left"))
