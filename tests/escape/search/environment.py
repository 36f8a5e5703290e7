# Everything that the environment, the command line and the interpreter tell of the machine outside.
# must: fail
# not: report shows "GREENROOM_HOME"
# not: expected output leaks
import ctypes
import os
import sys


def f(value):
    table = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
    raw = []
    while table[len(raw)]:
        raw.append(table[len(raw)])
    return [dict(os.environ), raw, sys.argv, sys.orig_argv, sys.flags.isolated]
