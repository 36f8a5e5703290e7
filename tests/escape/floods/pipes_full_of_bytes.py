# Kernel memory that no limit of the process counts: the largest pipes and socket buffers, all full.
# must: error|fail|timeout
# not: next answer differs
import fcntl
import os
import socket


def f(value):
    kept = []
    while True:
        readable, writable = os.pipe()
        fcntl.fcntl(writable, fcntl.F_SETPIPE_SZ, 1 << 20)
        os.set_blocking(writable, False)
        one, other = socket.socketpair()
        one.setblocking(False)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 30)
        kept += [readable, writable, one, other]
        for write in (lambda: os.write(writable, b"x" * 65536), lambda: one.send(b"x" * 65536)):
            try:
                while True:
                    write()
            except BlockingIOError:
                pass
