class Registry(type):
    def __new__(mcls, name, bases, namespace, register=True, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        if not any(isinstance(base, Registry) for base in bases):
            cls.registry = {}
        elif register and any("registry" in vars(base) for base in bases):
            key = name.lower()
            if key in cls.registry:
                raise TypeError(f"{key} is registered already")
            cls.registry[key] = cls
        return cls
