import importlib


def load(reference):
    module_name, colon, attributes = reference.partition(":")
    if not module_name or (colon and not attributes):
        raise ValueError(reference)
    module = importlib.import_module(module_name)
    if not colon:
        return module
    return eval(f"module.{attributes}", {"module": module})
