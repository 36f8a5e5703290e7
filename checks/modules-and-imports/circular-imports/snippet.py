import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

SHOP = "import till\ntax = 8\nprint('shop')"
TILL = "print('till')\nimport shop\nprint(hasattr(shop, 'tax'))\nfrom shop import tax"
with TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    Path(folder, "shop.py").write_text(SHOP)
    Path(folder, "till.py").write_text(TILL)
    try:
        import_module("shop")
    except ImportError as error:
        print("no", error.name)
    print("shop" in sys.modules, "till" in sys.modules)
