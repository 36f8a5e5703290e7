class Typed:
    def __init__(self, kind, default):
        self.kind = kind
        self.default = default
        self.values = {}

    def __set_name__(self, owner, name):
        self.name = name

    def check(self, value):
        if not isinstance(value, self.kind) or (isinstance(value, bool) and self.kind is int):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return self.values.get(id(instance), self.default)

    def __set__(self, instance, value):
        self.check(value)
        self.values[id(instance)] = value

    def __delete__(self, instance):
        if id(instance) not in self.values:
            raise AttributeError(self.name)
        del self.values[id(instance)]
