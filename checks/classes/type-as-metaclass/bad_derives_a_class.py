def make_class(name, bases, namespace, module):
    class Helper(*bases):
        pass

    return type(name, (Helper,), {**namespace, "__module__": module})
