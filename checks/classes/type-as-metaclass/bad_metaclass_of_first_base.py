def make_class(name, bases, namespace, module):
    return type(bases[0])(name, bases, {**namespace, "__module__": module})
