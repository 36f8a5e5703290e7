"""Write a package with two subpackages, and import it in many ways."""
import ast
import importlib
import sys
from pathlib import Path
from tempfile import mkdtemp

from answer import build

DECOYS = {
    "pricing/__init__.py": "",
    "pricing/tax.py": "def add_tax(cents): return -1",
    "tax.py": "def add_tax(cents): return -2",
    "cart/__init__.py": "",
    "cart/items.py": "def total(prices): return -3",
}
extra = []  # how many folders each import left on the path


def forget():
    for name in list(sys.modules):
        if name.partition(".")[0] in {"shop", "store", "pricing", "tax", "cart"}:
            del sys.modules[name]
    importlib.invalidate_caches()


def built():
    """A new folder in which the package has been built."""
    root = Path(mkdtemp())
    build(root)
    return root


def importing(root, *names, decoys=False):
    """Import names with only `root` (and perhaps the decoys) added to the path; give the last."""
    forget()
    before = list(sys.path)
    folders = [str(root)]
    if decoys:
        other = Path(mkdtemp())
        for name, text in DECOYS.items():
            path = other / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        folders.insert(0, str(other))
    sys.path[:0] = folders
    try:
        return [importlib.import_module(name) for name in names][-1]
    finally:
        extra.append(len(sys.path) - len(before) - len(folders))
        sys.path[:] = before


def loaded_by(name, root=None):
    importing(root or built(), name)
    return sorted(name for name in sys.modules if name.partition(".")[0] == "shop")


def star_import(root, name):
    """The names that a star takes from a package, and the modules where their values are made."""
    importing(root, name)
    taken = {}
    exec(f"from {name} import *", taken)  # noqa: S102
    del taken["__builtins__"]
    return {name: getattr(value, "__module__", "?") for name, value in taken.items()}


def dots_in_the_cart(root):
    """The different dots with which the files of the cart begin their relative imports."""
    found = {}
    for path in (root / "shop/cart").glob("*.py"):
        nodes = ast.walk(ast.parse(path.read_text()))
        levels = {node.level for node in nodes if isinstance(node, ast.ImportFrom)}
        found[path.name] = ["." * level for level in sorted(levels)]
    return found


def sample_total():
    """
    >>> items = importing(built(), "shop.cart.items")
    >>> items.total([1000, 500])
    1800
    """


def sample_nothing_loaded_in_advance():
    """
    >>> loaded_by("shop")
    ['shop']
    """


def case_tax():
    """`add_tax` adds 20 percent and drops the rest of a cent.

    >>> tax = importing(built(), "shop.pricing.tax")
    >>> [tax.add_tax(cents) for cents in (0, 1, 4, 5, 99, 100, 101, 12_345, 10**18 + 9)]
    [0, 1, 4, 6, 118, 120, 121, 14814, 1200000000000000010]
    """


def case_total_taxes_each_price():
    """The tax is added to each price by itself, and dropped cents are not collected.

    >>> items = importing(built(), "shop.cart.items")
    >>> items.total([4, 4, 4, 4]), items.total([]), items.total([99]), items.total((1, 2, 3))
    (16, 0, 118, 6)
    """


def case_total_is_re_exported():
    """`from shop.cart import total` works: the subpackage passes on what its module defines.

    >>> cart = importing(built(), "shop.cart")
    >>> cart.total([250, 250]), cart.total.__module__
    (600, 'shop.cart.items')
    """


def case_star_gives_total_only():
    """A star import from `shop.cart` takes `total` and nothing else.

    >>> star_import(built(), "shop.cart")
    {'total': 'shop.cart.items'}
    """


def case_import_of_shop_loads_nothing_else():
    """A package need not load its parts: `import shop` must be cheap.

    >>> importing(built(), "shop").__name__, loaded_by("shop")
    ('shop', ['shop'])
    """


def case_pricing_does_not_need_the_cart():
    """The cart needs the prices, and not the other way round: that keeps circles out.

    >>> loaded_by("shop.pricing.tax")
    ['shop', 'shop.pricing', 'shop.pricing.tax']
    >>> loaded_by("shop.cart.items")
    ['shop', 'shop.cart', 'shop.cart.items', 'shop.pricing', 'shop.pricing.tax']
    """


def case_regular_packages():
    """Each of the three folders has an `__init__.py` of its own.

    >>> root = built()
    >>> names = ["shop", "shop.cart", "shop.pricing"]
    >>> files = [importing(root, name).__file__ for name in names]
    >>> [Path(file or "none").relative_to(root).as_posix() for file in files]
    ['shop/__init__.py', 'shop/cart/__init__.py', 'shop/pricing/__init__.py']
    """


def case_only_the_root_is_on_the_path():
    """The package finds its own parts: it touches no path, and does not fall for others' modules.

    >>> importing(built(), "shop.cart").total([50]), extra[-1]
    (60, 0)
    >>> importing(built(), "shop.cart", decoys=True).total([100])
    120
    """


def case_folder_is_renamed():
    """With relative imports inside, the whole package still works under another name.

    >>> root = built()
    >>> renamed = (root / "shop").rename(root / "store").name
    >>> importing(root, "store.cart").total([200]), importing(root, "store.cart.items").total([5])
    (240, 6)
    """


def case_dots_of_the_imports():
    """One dot stays in the own package, two dots go up to the one around it.

    >>> dots_in_the_cart(built())
    {'__init__.py': ['.'], 'items.py': ['..']}
    """


def case_built_where_it_was_asked():
    """The package goes into the folder that was given, as a Path or as a str, and nothing else.

    >>> root = Path(mkdtemp())
    >>> (root / "notes.txt").write_text("keep")
    4
    >>> build(str(root)), sorted(path.name for path in root.iterdir())
    (None, ['notes.txt', 'shop'])
    >>> importing(root, "shop.cart").total([10, 10]), (root / "notes.txt").read_text()
    (24, 'keep')
    >>> build(root / "not/there/yet")
    >>> importing(root / "not/there/yet", "shop.cart").total([10, 5])
    18
    """


def case_built_twice():
    """Building again over an older version is no error, and puts the files right.

    >>> root = built()
    >>> (root / "shop/cart/items.py").write_text("total = None")
    12
    >>> (root / "shop/__init__.py").write_text("from . import cart")
    18
    >>> build(root)
    >>> importing(root, "shop.cart.items").total([15]), loaded_by("shop", root)
    (18, ['shop'])
    """


def case_build_imports_nothing():
    """Writing files is all that `build` does: it imports nothing and leaves the path alone.

    >>> forget()
    >>> before = len(sys.path)
    >>> root = built()
    >>> sorted(name for name in sys.modules if name.startswith("shop")), len(sys.path) - before
    ([], 0)
    """
