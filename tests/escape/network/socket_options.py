# Options that load modules, attach programs or change what the kernel does for others.
# must: pass
# not: next answer differs
# needs: loopback
import socket
import struct

TCP_ULP, TCP_REPAIR, SO_ATTACH_BPF, SO_MARK, SO_BINDTODEVICE, SO_PRIORITY, SO_SNDBUFFORCE = 31, 19, 50, 36, 25, 12, 32


def f(value):
    worked = []
    with socket.socket() as handle:
        for level, option, setting in ((6, TCP_ULP, b"tls"), (6, TCP_REPAIR, struct.pack("i", 1)), (1, SO_ATTACH_BPF, struct.pack("i", 3)),
                                       (1, SO_MARK, struct.pack("i", 1)), (1, SO_PRIORITY, struct.pack("i", 7)),
                                       (1, SO_SNDBUFFORCE, struct.pack("i", 1 << 30)), (0, 64, bytes(84)), (41, 64, bytes(84))):
            try:
                handle.setsockopt(level, option, setting)
                worked.append((level, option))
            except OSError:
                pass
    return worked or value + value
