import sys
from contextlib import chdir
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory


def having(attribute):
    return [name for name in ("shop", "depot") if getattr(sys.modules.get(name), attribute, None)]


with TemporaryDirectory() as folder, chdir(folder):
    sys.path.insert(0, folder)
    for name in ("shop", "depot"):
        Path(name).mkdir()
        Path(name, "stock.py").write_text(f"print('stock of {name}')")
    Path("shop/__init__.py").write_text("print('init of shop')\nopens = 9")
    import_module("shop.stock")
    try:
        import_module("depot.stock")
    except ImportError:
        print("no depot")
    shop = import_module("shop")
    print(having("__path__"), having("__file__"))
    print([name for name in vars(shop) if not name.startswith("_")])
