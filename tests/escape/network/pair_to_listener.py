# One end of a pair is bound, listens, and connects to abstract sockets of the host.
# must: pass
# not: abstract socket grescape-pair exists
# not: next answer differs
import socket


def f(value):
    one, other = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
    done = []
    for step in (lambda: one.bind("\0grescape-pair"), lambda: one.listen(), lambda: other.connect("\0grescape-pair"),
                 lambda: other.sendto(b"x", "\0grescape-pair"), lambda: other.sendto(b"x", "/run/systemd/notify"),
                 lambda: other.sendto(b"x", "\0/org/kernel/udev/udevd")):
        try:
            done.append(step())
        except OSError:
            pass
    return done or value + value
