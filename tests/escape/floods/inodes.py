# As many empty files, folders and links as the scratch folder holds.
# must: error
# not: next answer differs
import os


def f(value):
    for number in range(1_000_000):
        os.mkdir(f"/tmp/{number}")
        os.symlink("/", f"/tmp/{number}/link")
        open(f"/tmp/{number}/\n\x1b[2J\udc80", "w").close()
