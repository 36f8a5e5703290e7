def dump(records, out) -> int:
    count = 0
    for record in records:
        out.write(f"{record}\n")
        count += 1
    return count


def size(things) -> int:
    if hasattr(things, "__len__"):
        return len(things)
    return len(list(things))
