"""What the language promises, and what is only so in the interpreter that runs this."""
import gc
import platform
import sys


class Noisy:
    def __del__(self):
        log.append("freed")


print("implementation:", platform.python_implementation(), "=", sys.implementation.name)
print("tag of its compiled files begins with:", sys.implementation.cache_tag.split("-")[0])

print("promised: insertion order of a dict:", list({"b": 1, "a": 2}))
print("promised: None is one object:", [].append(1) is None)

log = []
noisy = Noisy()
del noisy
print("CPython only: freed at once by its reference count:", log)

log = []
noisy = Noisy()
noisy.itself = noisy
gc.disable()
del noisy
before = list(log)
gc.collect()
print("even there a cycle waits for the collector:", before, log)

small, large = int("7"), int("7000")
print("CPython only: small ints are shared:", small is int("7"), large is int("7000"))
print("promised: equality:", small == int("7"), large == int("7000"))
