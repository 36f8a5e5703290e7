import sys
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    Path(folder, "depot").mkdir()
    Path(folder, "shop").mkdir()
    Path(folder, "shop/__init__.py").write_text("print('init')\nopens = 9")
    Path(folder, "shop/stock.py").write_text("print('stock')")
    import shop.stock
    print([name for name in vars(shop) if not name.startswith("_")])
    import depot
    print(hasattr(depot, "__path__"), getattr(depot, "__file__", None) is None)
