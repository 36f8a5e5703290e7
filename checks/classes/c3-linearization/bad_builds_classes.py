def c3(name, parents):
    made = {}

    def build(name):
        if name not in made:
            made[name] = type(name, tuple(build(base) for base in parents.get(name, [])), {})
        return made[name]

    try:
        return [cls.__name__ for cls in build(name).__mro__[:-1]]
    except TypeError as error:
        raise ValueError(str(error)) from None
