class Registry(type):
    def __new__(mcls, name, bases, namespace, register=True):
        cls = super().__new__(mcls, name, bases, namespace)
        if not any(isinstance(base, Registry) for base in bases):
            cls.registry = {}
        elif register:
            key = name.lower()
            if key in cls.registry:
                raise TypeError(f"{key} is registered already")
            cls.registry[key] = cls
        return cls
