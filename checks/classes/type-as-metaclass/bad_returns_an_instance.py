def make_class(name, bases, namespace, module):
    return type(name, bases, {**namespace, "__module__": module})()
