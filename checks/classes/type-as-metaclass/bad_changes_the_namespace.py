def make_class(name, bases, namespace, module):
    namespace["__module__"] = module
    return type(name, bases, namespace)
