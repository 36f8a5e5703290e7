import sys
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    Path(folder, "shop.py").write_text("__all__ = ['_tax']\n_tax, fee = 2, 3")
    Path(folder, "till.py").write_text("from shop import *")
    import shop
    import till
    print([name for name in vars(till) if not name.startswith("__")])
    print(hasattr(till, "__all__"))
    from shop import fee
    print(fee, "fee" in dir(shop))
    shop.__all__.append("fee")
    print(hasattr(till, "fee"))
