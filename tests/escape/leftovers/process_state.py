# Everything that belongs to a process: folder, umask, limits, timers, handlers, mask, environment, descriptors.
# must: pass
# not: next answer differs
import os
import resource
import signal


def f(value):
    os.chdir("/")
    os.umask(0o777)
    for name in ("NOFILE", "NPROC", "CORE", "FSIZE"):
        soft, hard = resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))
        resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (soft // 2, hard // 2))
    for number in (signal.SIGTERM, signal.SIGUSR1, signal.SIGCHLD, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_PROF, 1000)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
    os.kill(os.getpid(), signal.SIGUSR2)
    os.environ["GRESCAPE"] = os.environ["PYTHONSTARTUP"] = "1"
    return value + value
