def resolve(name: str, module: str, is_package: bool) -> str:
    """Return the absolute name that `from <name> import ...` means in the given module."""
