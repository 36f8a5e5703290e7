class Registry(type):
    def __new__(mcls, name, bases, namespace, register=True, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        cls.registry = {}
        if register and any(isinstance(base, Registry) for base in bases):
            cls.registry[name.lower()] = cls
        return cls
