from importlib import import_module


def load(reference):
    module_name, colon, attributes = reference.partition(":")
    if not all(name.isidentifier() for name in module_name.split(".")):
        raise ValueError(reference)
    found = import_module(module_name)
    if colon:
        for name in attributes.split("."):
            if not name.isidentifier():
                raise ValueError(reference)
            found = getattr(found, name)
    return found
