# As many empty files, folders and links as the scratch folder holds.
# must: error|crash|timeout
# not: next answer differs
import os


def f(value):
    for number in range(1_000_000):
        os.mkdir(f"grescape-{number}")
        os.symlink("/", f"grescape-{number}/link")
        open(f"grescape-{number}/\n\x1b[2J\udc80", "w").close()
