import sys
from contextlib import chdir
from importlib import import_module, reload
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder, chdir(folder):
    sys.path.insert(0, folder)
    Path("shop.py").write_text("rate = 1\nfee = 5\nclass Till: limit = 10")
    import shop
    from shop import rate
    before, till = shop, shop.Till()
    Path("shop.py").write_text("rate = 2000\nclass Till: limit = 20")
    print(import_module("shop").rate)
    print(reload(shop) is before)
    print(rate, shop.rate)
    print(hasattr(shop, "fee"))
    print(till.limit, shop.Till.limit)
    print(isinstance(till, shop.Till))
