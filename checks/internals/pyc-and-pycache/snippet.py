import importlib
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = False
folder = Path(tempfile.mkdtemp())
sys.path.insert(0, str(folder))
source = folder / "greeting.py"


def load():
    sys.modules.pop("greeting", None)
    importlib.invalidate_caches()
    return importlib.import_module("greeting").word


source.write_text("word = 'hi'")
print(load(), sorted(path.name for path in folder.iterdir()))
source.write_text("word = 'hello'")
print(load())
source.unlink()
try:
    print(load())
except ModuleNotFoundError:
    print("no module")
[compiled] = folder.glob("__pycache__/*.pyc")
compiled.rename(folder / "greeting.pyc")
print(load())
