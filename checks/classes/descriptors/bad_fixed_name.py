class Typed:
    def __init__(self, kind, default):
        self.kind = kind
        self.default = default

    name = "_value"

    def check(self, value):
        if not isinstance(value, self.kind) or (isinstance(value, bool) and self.kind is int):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return vars(instance).get(self.name, self.default)

    def __set__(self, instance, value):
        self.check(value)
        vars(instance)[self.name] = value

    def __delete__(self, instance):
        if self.name not in vars(instance):
            raise AttributeError(self.name)
        del vars(instance)[self.name]
