class Constant:
    def __get__(self, instance, owner):
        return "constant"


class Box:
    label = Constant()

    def __getattribute__(self, name):
        return super().__getattribute__(name).upper()

    def __getattr__(self, name):
        return "fallback"


box = Box()
print(box.label)
box.label = "own"
print(box.label)
print(box.missing)
print(Box.label)
