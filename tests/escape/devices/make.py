# Makes device files, pipes and sockets with names.
# must: pass
# not: file /tmp/grescape-device exists
# not: next answer differs
import ctypes
import os
import stat

libc = ctypes.CDLL(None, use_errno=True)


def f(value):
    made = [kind for kind in (stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK)
            if libc.mknod(b"/tmp/grescape-device", kind | 0o666, os.makedev(1, 1)) == 0]
    return made or value + value
