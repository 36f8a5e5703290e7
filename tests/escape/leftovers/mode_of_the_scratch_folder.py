# The scratch folder itself: closed to everyone, or open with a time that tells the next answer something.
# must: pass
# not: next answer differs
import os


def f(value):
    for step in (lambda: os.utime(".", (4711, 4711)), lambda: os.chmod(".", 0o500), lambda: os.chmod(".", 0o3777), lambda: os.rmdir("."),
                 lambda: os.rename(".", "/dev/tmp"), lambda: os.chown(".", os.getuid(), -1), lambda: os.setxattr(".", "user.a", b"b")):
        try:
            step()
        except OSError:
            pass
    return value + value
