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


def attempt(question):
    try:
        print(question())
    except TypeError:
        print("TypeError")


attempt(lambda: Movie(title=7, stars=5))
attempt(lambda: type(Movie(title="Up", year=2009)).__name__)
attempt(lambda: isinstance({"title": "Up", "year": 2009}, Movie))
attempt(lambda: isinstance(Door(), Closer))
attempt(lambda: isinstance((n for n in "abc"), Closer))
attempt(lambda: type(Closer()).__name__)
