class Config:
    def __new__(cls, name, other=None):
        log.append("new")
        return other or super().__new__(cls)

    def __init__(self, name, other=None):
        log.append("init")
        self.name = name


log = []
first = Config("a")
print(log)
second = Config("b", first)
print(first.name)
third = Config("c", 42)
print(type(third).__name__)
print(log)
