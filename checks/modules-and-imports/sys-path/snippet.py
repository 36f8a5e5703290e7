import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as left, TemporaryDirectory() as right:
    Path(left, "settings.py").write_text("side = 'left'")
    Path(right, "settings.py").write_text("side = 'right'")
    sys.path[:0] = [left, right]
    print(import_module("settings").side)
    sys.path.remove(left)
    print(import_module("settings").side)
    del sys.modules["settings"]
    print(import_module("settings").side)
    sys.path.insert(0, left)
    print(import_module("settings").side)
