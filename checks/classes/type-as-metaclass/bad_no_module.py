def make_class(name, bases, namespace, module):
    return type(name, bases, dict(namespace))
