# Files, folders and links in the scratch folder, some closed to their owner, some with names that are hard to remove.
# must: pass|error
# not: next answer differs
import os


def f(value):
    os.makedirs("a/b/c", exist_ok=True)
    for name in (b"a/\xff\n", b"a/" + b"x" * 255, b"-rf", b"a/b/c/d", b"...", b" "):
        open(name, "w").close()
    for target in ("/", "/tmp", "loop", "..", "/dev/null"):
        os.symlink(target, f"a/to{target.replace('/', '-')}")
    os.link("a/b/c/d", "a/hard")
    os.chmod("a/b", 0)
    os.chmod("a", 0)
    os.rename("a", f"{value!r:.5}")
    return value + value
