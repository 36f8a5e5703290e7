# Files, folders and links in the scratch folder, some closed to their owner, some with names that are hard to remove.
# must: pass
# not: next answer differs
import os


def f(value):
    os.makedirs("/tmp/a/b/c", exist_ok=True)
    for name in (b"/tmp/a/\xff\n", b"/tmp/a/" + b"x" * 255, b"/tmp/-rf", b"/tmp/a/b/c/d", b"/tmp/...", b"/tmp/ "):
        open(name, "w").close()
    for target in ("/", "/tmp", "/tmp/loop", "..", "/dev/null"):
        os.symlink(target, f"/tmp/a/to{target.replace('/', '-')}")
    os.link("/tmp/a/b/c/d", "/tmp/a/hard")
    os.chmod("/tmp/a/b", 0)
    os.chmod("/tmp/a", 0)
    os.rename("/tmp/a", f"/tmp/{value!r:.5}")
    return value + value
