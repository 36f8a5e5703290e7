# A loop within one call of C code, which no signal handler of Python interrupts.
# must: timeout
# not: limits are outlived
import re


def f(value):
    return re.match(r"(a+)+$", "a" * 60 + "b")
