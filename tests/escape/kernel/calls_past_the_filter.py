# The calls of user probes, which newer kernels let through every filter: made by hand they must end the process.
# must: crash|error|blocked|pass
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    worked = [number for number in (336, 335) if libc.syscall(number, 0, 0, 0, 0, 0, 0) >= 0]
    return worked or value + value
