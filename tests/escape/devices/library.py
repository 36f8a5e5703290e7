# Changes the standard library that every answer loads: writes, links, modes, names, times.
# must: pass
# not: next answer differs
import os
import stat


def f(value):
    folder = os.path.dirname(os.__file__)
    worked = []
    for step in (lambda: open(os.__file__, "r+"), lambda: os.chmod(os.__file__, 0o666), lambda: os.utime(os.__file__), lambda: os.unlink(os.__file__),
                 lambda: os.rename(os.__file__, folder + "/so.py"), lambda: os.symlink("/tmp", folder + "/grescape"), lambda: os.mkdir(folder + "/grescape"),
                 lambda: os.link(os.__file__, "/tmp/os.py"), lambda: os.truncate(os.__file__, 0), lambda: os.chown(os.__file__, os.getuid(), -1),
                 lambda: os.setxattr(os.__file__, "user.grescape", b"x"), lambda: open("/lib/grescape", "w"), lambda: open("/grescape", "w"),
                 lambda: os.mkdir("/dev/grescape"), lambda: os.chmod("/dev/null", 0), lambda: os.truncate("/dev/null", 0) or 1 / 0):
        try:
            step()
            worked.append(step.__code__.co_firstlineno)
        except (OSError, ZeroDivisionError):
            pass
    return worked or value + value
