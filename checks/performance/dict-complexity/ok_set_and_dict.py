def common(a, b):
    """Return the elements of a that are also in b, each once, in the order of a."""
    wanted = set(b)
    return list(dict.fromkeys(item for item in a if item in wanted))
