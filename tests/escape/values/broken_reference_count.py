# A small number is changed in place, so that every 42 of this interpreter is something else.
# must: fail|crash|error|pass
# not: next answer differs
import ctypes

def f(value):
    for number in (42, 1, 2):
        ctypes.c_uint32.from_address(id(number) + 24).value = 42
    return 21
