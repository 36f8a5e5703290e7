def make_class(name, bases, namespace, module):
    cls = type(name, bases, {"__module__": module})
    for key, value in namespace.items():
        if key != "__module__":
            setattr(cls, key, value)
    return cls
