def make_class(name, bases, namespace, module):
    metaclasses = tuple(dict.fromkeys(type(base) for base in bases))
    if len(metaclasses) > 1 and type not in metaclasses:
        joined = type("Joined", metaclasses, {})
        return joined(name, bases, {**namespace, "__module__": module})
    return type(name, bases, {**namespace, "__module__": module})
