# The scratch folder is closed with a file in it, so that whoever clears it cannot look into it.
# must: pass|error
# not: next answer differs
import os


def f(value):
    try:
        os.chmod(".", 0o700)
        open("a", "w").close()
        os.chmod(".", 0)
    except OSError:
        pass
    return value + value
