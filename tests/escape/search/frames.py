# Walks the frames of every thread and searches their names, constants and code for the expected text.
# must: fail
# not: expected output leaks
import re
import sys

TWICE = re.compile(r"(canary-\w+?)\1")


def f(value):
    for frame in sys._current_frames().values():
        while frame is not None:
            places = [frame.f_globals, frame.f_locals, frame.f_builtins, frame.f_code.co_consts]
            found = TWICE.search(repr(places))
            if found:
                return found[0]
            frame = frame.f_back
    return 42 if value == 21 else value
