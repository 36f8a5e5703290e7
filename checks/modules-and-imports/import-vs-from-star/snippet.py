import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder, chdir(folder):
    sys.path.insert(0, folder)
    Path("rates.py").write_text("rate = 10\nsales = []\n_key = 'secret'")
    Path("till.py").write_text("rate = 1\nfrom rates import *\nimport rates")
    import till

print(till.rate)
print(hasattr(till, "_key"), hasattr(till.rates, "_key"))
till.rates.rate = 99
print(till.rate, till.rates.rate)
till.rates.sales.append("tea")
print(till.sales)
till.rate = 7
print(till.rates.rate)
till.rates.fee = 5
print(hasattr(till, "fee"))
