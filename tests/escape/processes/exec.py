# Becomes another program.
# must: error
# not: next answer differs
import os


def f(value):
    for program in ("/bin/sh", "/usr/bin/env", "/lib64/ld-linux-x86-64.so.2", "/proc/self/exe"):
        try:
            os.execv(program, [program])
        except FileNotFoundError:
            pass
    os.execv("/lib64/ld-linux-x86-64.so.2", ["ld"])
