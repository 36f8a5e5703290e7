from collections.abc import Iterable


def dump(records, out) -> int:
    count = 0
    for record in records:
        out.write(f"{record}\n")
        count += 1
    return count


def size(things) -> int:
    if hasattr(things, "__len__"):
        return len(things)
    if not isinstance(things, Iterable):
        raise TypeError("things cannot be iterated")
    return sum(1 for _ in things)
