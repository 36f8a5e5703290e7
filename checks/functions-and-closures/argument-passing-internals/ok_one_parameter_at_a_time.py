def bind(spec: dict, args: tuple, kwargs: dict) -> dict:
    """Return the value of each parameter, as a call with args and kwargs would bind it."""
    left, keywords, bound = iter(args), dict(kwargs), {}

    def fallback(name):
        try:
            return spec["defaults"][name]
        except KeyError:
            raise TypeError(f"missing argument: {name}") from None

    nothing = object()
    for name in spec["posonly"]:
        value = next(left, nothing)
        bound[name] = fallback(name) if value is nothing else value
    for name in spec["normal"]:
        value = next(left, nothing)
        if value is nothing:
            bound[name] = keywords.pop(name) if name in keywords else fallback(name)
        elif name in keywords:
            raise TypeError(f"multiple values for argument: {name}")
        else:
            bound[name] = value
    for name in spec["kwonly"]:
        bound[name] = keywords.pop(name) if name in keywords else fallback(name)

    rest = tuple(left)
    if rest and spec["varargs"] is None:
        raise TypeError("too many positional arguments")
    if keywords and spec["varkw"] is None:
        raise TypeError(f"unexpected keywords: {list(keywords)}")
    if spec["varargs"] is not None:
        bound[spec["varargs"]] = rest
    if spec["varkw"] is not None:
        bound[spec["varkw"]] = keywords
    return bound
