def chain(*iterables):
    return chain_from(iterables)


def chain_from(iterables):
    items = []
    for iterable in iterables:
        items.extend(iterable)
    yield from items
