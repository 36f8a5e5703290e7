def make_class(name, bases, namespace, module):
    complete = namespace.copy()
    complete["__module__"] = module
    return type(name, bases, complete)
