def chain(*iterables):
    return chain_from(iterables)


def chain_from(iterables):
    return iter(sum((list(iterable) for iterable in iterables), []))  # noqa: RUF017
