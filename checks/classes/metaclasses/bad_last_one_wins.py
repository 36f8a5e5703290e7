class Registry(type):
    def __new__(mcls, name, bases, namespace, register=True, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        if not any(isinstance(base, Registry) for base in bases):
            cls.registry = {}
        elif register:
            key = name.lower()
            cls.registry[key] = cls
        return cls
