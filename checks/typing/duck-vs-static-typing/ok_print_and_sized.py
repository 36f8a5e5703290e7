from collections.abc import Iterable, Sized
from typing import Protocol


class Writer(Protocol):
    def write(self, text: str, /) -> object: ...


def dump(records: Iterable[object], out: Writer) -> int:
    """Write each record as a line to out; return how many there were."""
    number = 0
    for number, record in enumerate(records, start=1):
        print(record, file=out)
    return number


def size(things: Sized | Iterable[object]) -> int:
    """Return the length of things, or count them if they have none."""
    if isinstance(things, Sized):
        return len(things)
    count = 0
    for _ in things:
        count += 1
    return count
