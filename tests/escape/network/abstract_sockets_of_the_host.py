# Abstract sockets are names of a network, not of a file system: those of the host must not answer.
# must: pass
# not: next answer differs
# needs: loopback
import socket


def f(value):
    for name in ("/tmp/.X11-unix/X0", "/tmp/dbus", "/org/kernel/udev/udevd", "snapd", "/containerd-shim", "grescape-host"):
        for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
            with socket.socket(socket.AF_UNIX, kind) as client:
                if client.connect_ex("\0" + name) == 0:
                    return name
    return value + value
