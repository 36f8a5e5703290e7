class Registry(type):
    def __new__(mcls, name, bases, namespace, register=True, **keywords):
        parents = [base for base in bases if isinstance(base, Registry)]
        if parents and register:
            if name.lower() in parents[0].registry:
                raise TypeError(f"{name} is registered already")
            parents[0].registry[name.lower()] = None
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        if not parents:
            cls.registry = {}
        elif register:
            cls.registry[name.lower()] = cls
        return cls
