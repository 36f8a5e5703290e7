def make_class(name, bases, namespace, module):
    return type(name, bases, {"__module__": module, **namespace})
