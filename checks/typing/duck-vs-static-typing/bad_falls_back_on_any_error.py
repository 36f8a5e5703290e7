def dump(records, out) -> int:
    count = 0
    for record in records:
        out.write(f"{record}\n")
        count += 1
    return count


def size(things) -> int:
    try:
        return len(things)
    except TypeError:
        return sum(1 for _ in things)
