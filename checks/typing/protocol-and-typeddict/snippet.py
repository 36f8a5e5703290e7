from typing import Protocol, TypedDict, runtime_checkable


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self, key, speed):
        return "shut"


class Movie(TypedDict):
    title: str
    year: int


print(isinstance(Door(), Closer))
print(isinstance((letter for letter in "abc"), Closer))
print(type(Movie(title="Up", year=2009)).__name__)
print(Movie(title=7, stars=5))
