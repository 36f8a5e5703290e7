class Registry(type):
    """Does the work in `__init__`, when the class exists already."""

    def __new__(mcls, name, bases, namespace, **keywords):
        keywords.pop("register", None)
        return super().__new__(mcls, name, bases, namespace, **keywords)

    def __init__(cls, name, bases, namespace, *, register=True, **_):
        if not any(isinstance(base, Registry) for base in bases):
            cls.registry = {}
        elif register:
            if name.lower() in cls.registry:
                raise TypeError(f"there is a class {name} already")
            cls.registry[name.lower()] = cls
