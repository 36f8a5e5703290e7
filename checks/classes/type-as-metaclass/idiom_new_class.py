from types import new_class


def make_class(name: str, bases: tuple[type, ...], namespace: dict, module: str) -> type:
    """Return a new class, as a class statement in that module would make it."""

    def body(inside):
        inside.update(namespace, __module__=module)

    return new_class(name, bases, exec_body=body)
