import sys
from contextlib import chdir
from importlib import reload
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder, chdir(folder):
    sys.path.insert(0, folder)
    Path("shop").mkdir()
    Path("shop/stock.py").touch()
    Path("shop/__init__.py").write_text(
        "__all__ = ['total', '_tax', 'stock']\ntotal, _tax, fee = 1, 2, 3"
    )
    Path("till.py").write_text("from shop import *")
    import shop
    print(hasattr(shop, "stock"))
    import till
    print(sorted(name for name in vars(till) if not name.startswith("__")))
    print(hasattr(shop, "stock"), hasattr(till, "__all__"))
    from shop import fee
    print(fee, "fee" in dir(shop))
    shop.__all__.append("rebate")
    try:
        reload(till)
    except (AttributeError, ImportError) as error:
        print(type(error).__name__)
