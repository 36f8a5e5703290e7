def make_class(name, bases, namespace, module):
    cls = type(name, bases, namespace)
    cls.__module__ = module
    return cls
