# Every signal to process 1, by every call that sends one.
# must: pass
# not: next answer differs
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
TKILL, TGKILL, RT_SIGQUEUEINFO, RT_TGSIGQUEUEINFO, PIDFD_SEND_SIGNAL = 200, 234, 129, 297, 424


def f(value):
    info = (ctypes.c_int32 * 32)(0, 0, -1, 1)
    for number in range(0, 65):
        for process in (1, os.getppid()):
            info[0] = number
            calls = [libc.kill(process, number), libc.syscall(TKILL, process, number), libc.syscall(TGKILL, process, process, number),
                     libc.syscall(RT_SIGQUEUEINFO, process, number, info), libc.syscall(RT_TGSIGQUEUEINFO, process, process, number, info)]
            if any(result == 0 for result in calls):
                return number, calls
    return value + value
