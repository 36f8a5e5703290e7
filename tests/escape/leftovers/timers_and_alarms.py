# Alarms and timers that would go off in another process.
# must: pass
# not: next answer differs
import ctypes
import signal

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
    libc.alarm(1)
    handle = ctypes.c_void_p()
    if libc.timer_create(1, None, ctypes.byref(handle)) == 0:
        return "timer"
    return value + value
