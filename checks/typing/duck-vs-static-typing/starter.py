def dump(records, out) -> int:
    """Write each record as a line to out; return how many there were."""
    ...


def size(things) -> int:
    """Return the length of things, or count them if they have none."""
    ...
