class Typed:
    def __init__(self, kind, default):
        self.kind = kind
        self.default = default
        self.value = default

    def __set_name__(self, owner, name):
        self.name = name

    def check(self, value):
        if not isinstance(value, self.kind) or (isinstance(value, bool) and self.kind is int):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")

    def __get__(self, instance, owner):
        return self if instance is None else self.value

    def __set__(self, instance, value):
        self.check(value)
        self.value = value

    def __delete__(self, instance):
        if self.value is self.default:
            raise AttributeError(self.name)
        self.value = self.default
