import sys
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as root, chdir(root):
    for side in ("left", "right"):
        Path(side).mkdir()
        Path(side, "settings.py").write_text(f"side = '{side}'")
    sys.path[:0] = ["left", "right"]
    print(import_module("settings").side)
    sys.path.remove("left")
    print(import_module("settings").side)
    del sys.modules["settings"]
    print(import_module("settings").side)
    sys.path.insert(0, Path("left"))
    del sys.modules["settings"]
    print(import_module("settings").side)
    sys.path.insert(0, "left")
    print(import_module("settings").side)
