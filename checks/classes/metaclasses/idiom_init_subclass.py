class Registry:
    """A base class: who inherits from it directly has a registry of all classes below."""

    def __init_subclass__(cls, register=True, **keywords):
        super().__init_subclass__(**keywords)
        if Registry in cls.__bases__:
            cls.registry = {}
        elif register:
            name = cls.__name__.lower()
            if name in cls.registry:
                raise TypeError(f"{name} is registered already")
            cls.registry[name] = cls
