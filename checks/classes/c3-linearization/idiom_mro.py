def c3(name: str, parents: dict[str, list[str]]) -> list[str]:
    """Return the order in which the class is searched; raise ValueError if there is none."""
    classes = {}

    def class_of(name):
        if name not in classes:
            classes[name] = type(name, tuple(map(class_of, parents.get(name, []))), {})
        return classes[name]

    try:
        *order, _ = class_of(name).__mro__
    except TypeError as error:
        raise ValueError(str(error)) from error
    return [cls.__name__ for cls in order]
