from pathlib import Path


def build(root: str | Path) -> None:
    """Write the package `shop` into the folder `root`."""
