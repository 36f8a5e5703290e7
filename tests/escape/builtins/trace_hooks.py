# A trace function rewrites local variables and jumps over lines of whatever runs next.
# must: fail|error
# not: next answer differs
import sys
import threading


def trace(frame, event, argument):
    frame.f_trace_lines = frame.f_trace_opcodes = True
    try:
        frame.f_locals["expected"] = frame.f_locals["got"] = 42
        frame.f_globals["f"] = lambda value: 43
    except Exception:
        pass
    return trace


sys.settrace(trace)
sys.setprofile(trace)
threading.settrace(trace)


def f(value):
    return 41
