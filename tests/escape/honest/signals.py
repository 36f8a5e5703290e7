# Handlers and alarms, as code with timeouts uses them.
# must: pass
import signal
import time


def f(value):
    heard = []
    before = signal.signal(signal.SIGALRM, lambda *arguments: heard.append(1))
    signal.setitimer(signal.ITIMER_REAL, 0.005)
    time.sleep(0.02)
    signal.signal(signal.SIGALRM, before)
    return value + value if heard else "not heard"
