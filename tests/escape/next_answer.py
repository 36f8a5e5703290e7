# The honest answer that follows every other one. It doubles a value, and fails if it finds anything that was left over.
import errno
import fcntl
import os
import resource
import signal
import socket
import sys
import time

TMP = os.environ["TMPDIR"]
found = []


def expect(what, got, *allowed):
    if got not in allowed:
        found.append(f"{what} is {got!r}")


def refusal(call, *arguments):
    try:
        return call(*arguments)
    except OSError as error:
        return errno.errorcode[error.errno]


def lock(path):
    """Whether nobody else holds a lock on it; answers in other slots may, for a moment."""
    with open(path, "rb") as file:
        for _ in range(20):
            if refusal(fcntl.flock, file, fcntl.LOCK_SH | fcntl.LOCK_NB) is None:
                return True
            time.sleep(0.02)
    return False


expect("scratch", os.listdir(TMP), [])
expect("mode of scratch", os.stat(TMP).st_mode & 0o7777, 0o1777, 0o700)
expect("age of scratch", abs(time.time() - os.stat(TMP).st_mtime) < 120, True)
expect("folder", os.getcwd(), os.path.realpath(TMP))
expect("environment", sorted(os.environ), ["HOME", "LANG", "TMPDIR", "TZ"])
expect("parent", os.getppid(), 1)
expect("other processes", refusal(os.kill, -1, 0), "ESRCH", "EPERM")
expect("group", os.getpgid(0), os.getpid())
expect("descriptors", [fd for fd in range(200) if refusal(os.fstat, fd) != "EBADF"], [0, 1, 2, 3])
for fd in range(4):
    flags = fcntl.fcntl(fd, fcntl.F_GETFL)
    expect(f"flags of descriptor {fd}", flags & (os.O_APPEND | os.O_NONBLOCK | os.O_ASYNC), 0)
    expect(f"owner of descriptor {fd}", refusal(fcntl.fcntl, fd, fcntl.F_GETOWN), 0, "EPERM")
expect("lock on /dev/null", lock("/dev/null"), True)
expect("lock on a module", lock(os.__file__), True)
expect("blocked signals", signal.pthread_sigmask(signal.SIG_BLOCK, []), set())
expect("waiting signals", signal.sigpending(), set())
# Importing `signal` gives SIGINT a handler of its own.
for number in signal.valid_signals() - {signal.SIGPIPE, signal.SIGXFSZ, signal.SIGINT}:
    expect(f"handler of {number!r}", signal.getsignal(number), signal.SIG_DFL)
for timer in (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF):
    expect(f"timer {timer}", signal.getitimer(timer), (0.0, 0.0))
limit = {name: resource.getrlimit(getattr(resource, f"RLIMIT_{name}")) for name in
         ("AS", "CPU", "FSIZE", "NOFILE", "STACK", "CORE", "NPROC")}
MIB = 1 << 20
expect("limit of memory", limit["AS"], (512 * MIB, 544 * MIB), (256 * MIB, 288 * MIB))
expect("limit of CPU", limit["CPU"], (4, 5))
expect("limit of files", limit["FSIZE"], (16 * MIB, 16 * MIB))
expect("limit of descriptors", limit["NOFILE"], (128, 128))
expect("limit of the stack", limit["STACK"], (64 * MIB, 64 * MIB))
expect("limit of core", limit["CORE"], (0, 0))
expect("limit of tasks", limit["NPROC"], (256, 256), (16, 16))
expect("hooks", (sys.gettrace(), sys.getprofile(), sys.meta_path[0].__module__), (None, None, "_frozen_importlib"),
       (None, None, "importlib._bootstrap"))
for port in (47111, 47112):
    try:
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            expect(f"port {port}", refusal(listener.bind, ("127.0.0.1", port)), None)
    except PermissionError:
        break
assert not found, found


def f(value):
    return value + value
