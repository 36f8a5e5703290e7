def dump(records, out) -> int:
    lines = [f"{record}\n" for record in records]
    out.write("".join(lines))
    return len(lines)


def size(things) -> int:
    if hasattr(things, "__len__"):
        return len(things)
    return sum(1 for _ in things)
