def dump(records, out) -> int:
    """Write each record as a line to out; return how many there were."""
    count = 0
    for record in records:
        out.write(f"{record}\n")
        count += 1
    return count


def size(things) -> int:
    """Return the length of things, or count them if they have none."""
    if hasattr(things, "__len__"):
        return len(things)
    return sum(1 for _ in things)
