# The entry for the module in the type's dict is a text with an `__eq__` of its own, which a look-up would call.
# must: fail
# not: report shows "grescape-ran"
# not: next answer differs
class Key(str):
    made = False

    def __hash__(self):
        return hash("__module__")

    def __eq__(self, other):
        if Key.made:
            print("grescape-ran")
        return True


Value = type("Value", (), {Key("__module__"): "builtins"})
Key.made = True


def f(value):
    return Value()
