import copy


def make_class(name, bases, namespace, module):
    return type(name, bases, {**copy.deepcopy(namespace), "__module__": module})
