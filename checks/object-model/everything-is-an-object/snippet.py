import math


def greet():
    return "hi"


greet.calls = 7
alias, number = greet, 5
print(alias.__name__, alias.calls)
print([make("42") for make in (int, str, len)])
print([type(thing).__name__ for thing in (number, math, greet, int)])
print(type(type).__name__, isinstance(object, type))
print(isinstance(number, object), hasattr(number, "__add__"))
try:
    number.calls = 1
    print("stored")
except AttributeError:
    print("AttributeError")
