class Typed:
    """A field of a class that accepts values of one kind."""

    def __init__(self, kind: type, default) -> None:
        self._kind = kind
        self._default = default

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return vars(instance).get(self._name, self._default)

    def __set__(self, instance, value):
        if not isinstance(value, self._kind) or (self._kind is int and isinstance(value, bool)):
            raise TypeError(f"{self._name} takes {self._kind.__name__}, not {value!r}")
        vars(instance)[self._name] = value

    def __delete__(self, instance):
        if self._name not in vars(instance):
            raise AttributeError(f"{self._name} is not set")
        del vars(instance)[self._name]
