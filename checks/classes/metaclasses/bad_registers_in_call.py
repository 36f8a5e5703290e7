class Registry(type):
    def __new__(mcls, name, bases, namespace, register=True, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        cls._wanted = register
        if not any(isinstance(base, Registry) for base in bases):
            cls.registry = {}
            cls._wanted = False
        return cls

    def __call__(cls, *args, **kwargs):
        if cls._wanted:
            cls.registry[cls.__name__.lower()] = cls
        return super().__call__(*args, **kwargs)
