import importlib.machinery
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = False
sys.path.insert(0, tempfile.mkdtemp())
source = Path(sys.path[0], "greeting.py")
source.write_text("word = 'hi'")
greeting = importlib.import_module("greeting")
print(greeting.word, sorted(path.name for path in source.parent.iterdir()))
source.write_text("word = 'hello'")
print(importlib.reload(greeting).word)
source.unlink()
print([path.name for path in source.parent.iterdir()])
print(importlib.machinery.PathFinder.find_spec("greeting") is None)
