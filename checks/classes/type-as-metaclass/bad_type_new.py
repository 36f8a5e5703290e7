def make_class(name, bases, namespace, module):
    return type.__new__(type, name, bases, {**namespace, "__module__": module})
