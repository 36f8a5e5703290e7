# Changes how it is scheduled, and how the machine is: real time, affinity, nice, I/O class.
# must: pass
# not: next answer differs
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
SETPRIORITY, SCHED_SETSCHEDULER, SCHED_SETAFFINITY, SCHED_SETATTR, IOPRIO_SET = 141, 144, 203, 314, 251


def f(value):
    zero = (ctypes.c_uint64 * 16)(56, 0, 0, 0, 0, 0, 0)
    for call, arguments in ((SETPRIORITY, (0, 0, 19)), (SETPRIORITY, (1, 0, 19)), (SCHED_SETSCHEDULER, (0, 0, zero)),
                            (SCHED_SETAFFINITY, (0, 8, zero)), (SCHED_SETATTR, (0, zero, 0)), (IOPRIO_SET, (1, 0, 0x6000))):
        if libc.syscall(call, *arguments) >= 0:
            return call
    return value + value
