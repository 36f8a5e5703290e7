def chain(*iterables):
    return chain_from(iterables)


def chain_from(iterables):
    source = iter(iterables)
    present = next(source, ())
    for following in source:
        yield from present
        present = following
    yield from present
