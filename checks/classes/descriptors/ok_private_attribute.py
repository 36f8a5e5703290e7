class Typed:
    """Keeps each value in a private attribute of the instance."""

    def __init__(self, kind, default):
        self.kind = kind
        self.default = default

    def __set_name__(self, owner, name):
        self.attribute = "_typed_" + name

    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.attribute, self.default)

    def __set__(self, instance, value):
        if type(value) is bool and self.kind is int:
            raise TypeError("a bool is no int here")
        if not isinstance(value, self.kind):
            raise TypeError(f"not of kind {self.kind.__name__}: {value!r}")
        setattr(instance, self.attribute, value)

    def __delete__(self, instance):
        delattr(instance, self.attribute)
