# A signal to every process that can be reached, from a child.
# must: pass|crash|timeout
# not: next answer differs
# needs: processes
import os
import signal


def f(value):
    child = os.fork()
    if child == 0:
        for number in range(1, 65):
            if number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
                signal.signal(number, signal.SIG_IGN)
        for number in range(1, 65):
            if number in signal.valid_signals() - {signal.SIGKILL}:
                os.kill(-1, number)
        os._exit(0)
    os.waitpid(child, 0)
    return value + value
