# Catches everything and ignores every signal, again and again.
# must: timeout
# not: limits are outlived
import signal

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        pass
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def f(value):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
