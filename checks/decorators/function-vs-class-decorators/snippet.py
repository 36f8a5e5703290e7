class Count:
    def __init__(self, function):
        self.function, self.calls = function, 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


class Box:
    @Count
    def label(self, *extra):
        return len(extra)


box = Box()
print(type(box.label).__name__, box.label.calls)
try:
    print(box.label())
except TypeError:
    print("TypeError")
print(box.label(box, "red"), box.label.calls)
print(Box().label.calls)
