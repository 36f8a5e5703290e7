import sys
from importlib import reload
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    Path(folder, "shop.py").write_text("rate = 1\nfee = 5\nclass Till:\n    limit = 10")
    import shop
    from shop import rate
    till = shop.Till()
    Path(folder, "shop.py").write_text("rate = 2\nclass Till:\n    limit = 20")
    print(reload(shop) is shop)
    print(rate, shop.rate)
    print(hasattr(shop, "fee"))
    print(till.limit, isinstance(till, shop.Till))
