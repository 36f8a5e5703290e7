def dump(records, out) -> int:
    if not isinstance(records, (list, tuple, str)):
        raise TypeError("records must be a list")
    count = 0
    for record in records:
        out.write(f"{record}\n")
        count += 1
    return count


def size(things) -> int:
    if not isinstance(things, (list, tuple, str, dict)):
        raise TypeError("things must be a list")
    return len(things)
