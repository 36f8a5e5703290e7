from importlib import import_module


def load(reference):
    module_name, colon, attributes = reference.partition(":")
    names = module_name.split(".")
    if colon:
        names += attributes.split(".")
    if not all(name.isidentifier() for name in names):
        raise ValueError(f"not a reference: {reference!r}")
    found = import_module(module_name)
    if colon:
        for name in attributes.split("."):
            found = getattr(found, name, None)
            if not found:
                raise AttributeError(name)
    return found
