def bind(spec, args, kwargs):
    positional = spec["posonly"] + spec["normal"]
    by_keyword = [*spec["normal"], *spec["kwonly"]]
    bound = dict(zip(positional, args, strict=False))
    surplus, collected = tuple(args[len(positional):]), {}

    for name, value in kwargs.items():
        if name not in by_keyword:
            collected[name] = value
        elif name in bound:
            raise TypeError(f"two values for {name!r}")
        else:
            bound[name] = value

    bound = spec["defaults"] | bound
    for name in positional + spec["kwonly"]:
        if name not in bound:
            raise TypeError(f"no value for {name!r}")

    for name, rest in ((spec["varargs"], surplus), (spec["varkw"], collected)):
        if name is not None:
            bound[name] = rest
        elif rest:
            raise TypeError(f"unexpected arguments: {rest}")
    return bound
