import sys
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory


def folders():
    return [Path(place).parent.name for place in import_module("shop").__path__]


with TemporaryDirectory() as root, chdir(root):
    for name in ("left", "right", "late"):
        Path(name, "shop").mkdir(parents=True)
    sys.path[:0] = ["left", "right"]
    print(folders())
    sys.path.append("late")
    print(folders())
    Path("right/shop/__init__.py").touch()
    print(folders())
    del sys.modules["shop"]
    print(folders())
    Path("left/shop/__init__.py").touch()
    del sys.modules["shop"]
    print(folders())
