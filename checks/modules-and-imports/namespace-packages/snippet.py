import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory


def folders():
    return [Path(place).parent.name for place in import_module("shop").__path__]


with TemporaryDirectory() as root:
    for name in ("left", "middle", "right"):
        Path(root, name, "shop").mkdir(parents=True)
        sys.path.append(f"{root}/{name}")
    for name in ("right", "middle", "left"):
        print(folders())
        Path(root, name, "shop/__init__.py").touch()
        print(folders())
        del sys.modules["shop"]
