# Writes compiled modules that the next import would load, beside the library and in the scratch folder.
# must: pass
# not: next answer differs
import os
import py_compile
import sys


def f(value):
    with open("/tmp/json.py", "w") as file:
        file.write("raise SystemExit")
    py_compile.compile("/tmp/json.py", "/tmp/json.pyc")
    sys.path.insert(0, "/tmp")
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.path.dirname(os.__file__)
    try:
        py_compile.compile("/tmp/json.py")
    except OSError:
        pass
    return value + value
