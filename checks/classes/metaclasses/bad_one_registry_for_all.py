class Registry(type):
    registry = {}  # noqa: RUF012

    def __new__(mcls, name, bases, namespace, register=True, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        if register and any(isinstance(base, Registry) for base in bases):
            key = name.lower()
            if key in cls.registry:
                raise TypeError(f"{key} is registered already")
            cls.registry[key] = cls
        return cls
