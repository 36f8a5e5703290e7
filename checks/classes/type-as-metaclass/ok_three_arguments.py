def make_class(name: str, bases: tuple[type, ...], namespace: dict, module: str) -> type:
    """Return a new class, as a class statement in that module would make it."""
    return type(name, bases, {**namespace, "__module__": module})
