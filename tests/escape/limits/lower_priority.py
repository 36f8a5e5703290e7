# Changes how it is scheduled, and how the machine is: real time, affinity, nice, I/O class.
# must: pass
# not: next answer differs
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
SETPRIORITY, SCHED_SETSCHEDULER, SCHED_SETAFFINITY, SCHED_SETATTR, IOPRIO_SET = 141, 144, 203, 314, 251


def f(value):
    zero = (ctypes.c_uint64 * 16)(56, 0, 0, 0, 0, 0, 0)
    for call, arguments in ((SETPRIORITY, (0, 1, 19)), (SETPRIORITY, (2, os.getuid(), 19)), (SCHED_SETSCHEDULER, (1, 0, zero)),
                            (SCHED_SETAFFINITY, (1, 8, zero)), (SCHED_SETATTR, (1, zero, 0)), (IOPRIO_SET, (1, 1, 0x6000))):
        if libc.syscall(call, *arguments) >= 0:
            return call
    return value + value
