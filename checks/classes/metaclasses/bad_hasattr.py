class Registry(type):
    def __new__(mcls, name, bases, namespace, register=True, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        if not hasattr(cls, "registry"):
            cls.registry = {}
        elif register:
            key = name.lower()
            if key in cls.registry:
                raise TypeError(f"{key} is registered already")
            cls.registry[key] = cls
        return cls
