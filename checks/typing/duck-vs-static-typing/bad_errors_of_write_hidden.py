def dump(records, out) -> int:
    count = 0
    for record in records:
        try:
            out.write(f"{record}\n")
        except AttributeError:
            continue
        count += 1
    return count


def size(things) -> int:
    if hasattr(things, "__len__"):
        return len(things)
    return sum(1 for _ in things)
