class Blank:
    def __eq__(self, other):
        return other is None


nothing, blank = type(None)(), Blank()
print(nothing is None, [2, 1].sort() is {}.get("x"))
print(blank == nothing, nothing == blank, blank is nothing)
print(len({id(value) for value in (None, nothing, [2, 1].sort(), blank)}))
settings = {"limit": None}
print(settings.get("limit") is settings.get("speed"), "limit" in settings)
try:
    print(type("Maybe", (type(None),), {}).__name__)
except TypeError:
    print("TypeError")
