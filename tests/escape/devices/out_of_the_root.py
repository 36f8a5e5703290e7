# Leaves the root through links, parents, descriptors and mount points, and reads what is there.
# must: pass
# not: file /tmp/grescape-root exists
# not: next answer differs
import os


def readable(path, **folder):
    try:
        os.close(os.open(path, os.O_RDONLY, **folder))
        return True
    except OSError:
        return False


def f(value):
    if not os.path.lexists("root"):
        os.symlink("/", "root")
        os.symlink("../../../../../../..", "up")
    found = [
        f"{path}/{name}"
        for path in ("root", "up", "/..", "../../../..", "root/proc/1/root", "/dev/../../..", "/old", "/.pivot")
        for name in ("etc/passwd", "etc", "proc/self/exe", "proc", "home", "work", "var", "usr/bin", "bin/sh", "sys", "run", ".")
        if readable(f"{path}/{name}")
    ]
    here = os.open("/", os.O_PATH)
    for _ in range(10):
        here = os.open("..", os.O_PATH, dir_fd=here)
        found += [name for name in ("etc/passwd", ".", "home") if readable(name, dir_fd=here)]
    try:
        os.close(os.open("root/tmp/grescape-root", os.O_CREAT))
        os.unlink("/tmp/grescape-root") if os.environ["TMPDIR"] == "/tmp" else found.append("written")
    except OSError:
        pass
    return found or value + value
