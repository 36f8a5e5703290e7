# Changes the standard library that every answer loads: writes, links, modes, names, times. Each step changes nothing if
# it works, so that a hole harms nobody.
# must: pass
# not: next answer differs
import os

FOLDER = os.path.dirname(os.__file__)


def make(path):
    os.mkdir(path)
    os.rmdir(path)


def f(value):
    found = os.stat(os.__file__)
    worked = []
    for step in (lambda: os.open(os.__file__, os.O_WRONLY), lambda: os.chmod(os.__file__, found.st_mode & 0o7777),
                 lambda: os.utime(os.__file__, ns=(found.st_atime_ns, found.st_mtime_ns)), lambda: os.rename(os.__file__, os.__file__),
                 lambda: os.truncate(os.__file__, found.st_size), lambda: os.chown(os.__file__, found.st_uid, -1),
                 lambda: os.link(os.__file__, "/tmp/os.py"), lambda: os.setxattr(os.__file__, "user.grescape", b"x"),
                 lambda: make(FOLDER + "/grescape"), lambda: make("/lib/grescape"), lambda: make("/grescape"), lambda: make("/dev/grescape"),
                 lambda: os.chmod("/dev/null", 0o666)):
        try:
            step()
            worked.append(step.__code__.co_firstlineno)
        except OSError:
            pass
    return worked or value + value
