import sys
from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    Path(folder, "rates.py").write_text("rate = 10\nsales = []\n_key = 'secret'")
    Path(folder, "till.py").write_text("rate = 1\nfrom rates import *")
    import rates
    import till

print(till.rate)
print(hasattr(till, "_key"))
rates.rate = 99
print(till.rate, rates.rate)
rates.sales.append("tea")
print(till.sales)
