# Changes modules and types of the interpreter deeply, past what Python allows, as the next answer is forked from its parent.
# must: pass
# not: next answer differs
import builtins
import ctypes
import encodings
import sys


def f(value):
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(int))
    table = ctypes.py_object.from_address(id(int) + int.__dictoffset__) if int.__dictoffset__ else None
    builtins.GRESCAPE = encodings.GRESCAPE = table
    sys.setswitchinterval(100)
    sys.setrecursionlimit(50)
    sys.modules["os"].GRESCAPE = 1
    return value + value
