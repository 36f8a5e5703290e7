import io


def dump(records, out) -> int:
    if not isinstance(out, io.TextIOBase):
        raise TypeError("out must be a text file")
    count = 0
    for record in records:
        out.write(f"{record}\n")
        count += 1
    return count


def size(things) -> int:
    if hasattr(things, "__len__"):
        return len(things)
    return sum(1 for _ in things)
