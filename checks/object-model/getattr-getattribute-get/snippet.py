class Constant:
    def __get__(self, instance, owner):
        return "descriptor"


class Strict(Constant):
    def __set__(self, instance, value):
        raise AttributeError


class Box:
    strict, soft = Strict(), Constant()

    def __init__(self):
        self.__dict__.update(strict="own", soft="own")

    def __getattribute__(self, name):
        asked.append(name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "fallback"


asked = []
box = Box()
print(box.strict, box.soft)
print(box.missing, getattr(box, "gone", "default"))
print(type(Box.soft).__name__)
print(asked)
