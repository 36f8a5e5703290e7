class Count:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


class Box:
    @Count
    def label(self, *extra):
        return len(extra)


print(type(Box().label).__name__, Box().label.calls)
print(Box().label("red"))
print(Box().label(Box(), "red"))
print(Box().label.calls)
