def make_class(name, bases, namespace, module):
    ordered = tuple(sorted(bases, key=lambda base: len(base.__mro__)))
    return type(name, ordered[::-1], {**namespace, "__module__": module})
