from dataclasses import dataclass
from typing import get_type_hints


def double(n: int) -> str:
    return n * 2


@dataclass
class Point:
    x: int


def show(call, value):
    try:
        print(repr(call(value)))
    except TypeError:
        print("TypeError")


show(double, 4)
show(double, "ab")
show(double, None)
show(Point, "left")
limit: int = "none"
total: int
print(type(limit).__name__, "total" in globals())
print(list(get_type_hints(double)))
