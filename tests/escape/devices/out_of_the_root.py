# Leaves the root through links, parents, descriptors and mount points.
# must: pass
# not: file /tmp/grescape-root exists
# not: next answer differs
import os


def f(value):
    if not os.path.lexists("/tmp/root"):
        os.symlink("/", "/tmp/root")
        os.symlink("../../../../../../..", "/tmp/up")
    found = []
    for path in ("/tmp/root", "/tmp/up", "/..", "/tmp/../..", "/tmp/root/proc/1/root", "/dev/../../..", "/old", "/.pivot"):
        for name in ("etc/passwd", "proc/self/exe", "home", "work", "var", "usr/bin", "bin", "sys", "run", "tmp/grescape-root"):
            if os.path.lexists(f"{path}/{name}") and name != "tmp/grescape-root":
                found.append(f"{path}/{name}")
    here = os.open("/", os.O_PATH)
    for _ in range(10):
        try:
            here = os.open("..", os.O_PATH, dir_fd=here)
            os.stat("etc/passwd", dir_fd=here)
            found.append("..")
        except OSError:
            pass
    return found or value + value
