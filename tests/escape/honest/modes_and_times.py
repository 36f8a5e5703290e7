# Changes modes and times of its own files, as archives, copies and shelves do.
# must: pass
# only: full
import os
import shelve
import shutil
import tempfile


def f(value):
    with tempfile.TemporaryDirectory() as folder:
        with shelve.open(f"{folder}/a") as shelf:
            shelf["v"] = value
            value = shelf["v"]
        with open(f"{folder}/b", "w") as file:
            os.fchmod(file.fileno(), 0o600)
        shutil.copy2(f"{folder}/b", f"{folder}/c")
        os.utime(f"{folder}/c", (0, 0))
        assert os.stat(f"{folder}/c").st_mtime == 0
    return value + value
