"""One piece of evidence for each claim."""
import gc
import json
import statistics
import weakref


class Parrot:
    """Something that can be watched while it disappears."""


def outcome(action):
    try:
        return action()
    except (SyntaxError, TypeError) as error:
        return type(error).__name__


def runs_until_the_mistake(text):
    lines = []
    outcome(lambda: exec(text, {"show": lines.append}))  # noqa: S102
    return lines


value = 1
kinds = [type(value).__name__]
value = "one"
kinds.append(type(value).__name__)
print("dynamic: one name was bound to an", " and then to a ".join(kinds))
print("strong: '1' + 1 gives", outcome(lambda: "1" + 1))

code = compile("price * 2", "<demo>", "eval")
print("compiled: source became", type(code.co_code).__name__, "that use the names", code.co_names)
print("a wrong call in line 2 lets line 1 run:", runs_until_the_mistake("show(1)\nshow()"))
print("a syntax error in line 2 does not:", runs_until_the_mistake("show(1)\nshow("))

print("functions are objects:", [function(-3) for function in (abs, hex, repr)])
print("and so are classes:", type(Parrot).__name__, isinstance(Parrot, object))

parrot = Parrot()
watcher = weakref.ref(parrot)
del parrot
gc.collect()
print("memory is managed, after the last name was gone:", watcher())

numbers = json.loads("[1, 2, 6]")
print("batteries included:", statistics.mean(numbers), statistics.median(numbers))
