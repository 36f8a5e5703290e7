from importlib import import_module


def load(reference):
    module_name, colon, attributes = reference.partition(":")
    found = import_module(module_name)
    if colon:
        for name in attributes.split("."):
            found = getattr(found, name)
    return found
