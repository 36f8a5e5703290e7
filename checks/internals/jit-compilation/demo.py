"""What CPython makes of a function, before and after it has been hot."""
import dis
import types


def add_up(numbers):
    total = 0
    for number in numbers:
        total = total + number
    return total


def adaptive(function):
    return {instruction.opname for instruction in dis.get_instructions(function, adaptive=True)}


code = add_up.__code__
print("a function holds a", type(code).__name__, "object of", type(code.co_code).__name__)
print("run by an interpreter, so it can be run again elsewhere:",
      types.FunctionType(code, {})([1, 2, 3]))

written = bytes(code.co_code)
cold = adaptive(add_up)
for _ in range(1000):
    add_up(range(50))
hot = adaptive(add_up)
print("instructions for a general case gave way to special ones:", len(hot - cold) > 0)
print("what is written in the code object is still the same:", code.co_code == written)
print("other types are still right, behind a guard:", add_up([0.5, 0.25]), add_up([True, 2]))
