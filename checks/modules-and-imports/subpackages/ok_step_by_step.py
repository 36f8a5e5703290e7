from pathlib import Path


def build(root: str | Path) -> None:
    """Write the package `shop` into the folder `root`."""
    shop = Path(root) / "shop"
    for package in (shop, shop / "cart", shop / "pricing"):
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").write_text("")
    (shop / "pricing/tax.py").write_text("def add_tax(cents):\n    return cents + cents // 5\n")
    (shop / "cart/items.py").write_text(
        "from ..pricing import tax\n\n\n"
        "def total(prices):\n"
        "    return sum(map(tax.add_tax, prices))\n"
    )
    (shop / "cart/__init__.py").write_text("from .items import total\n\n__all__ = ['total']\n")
