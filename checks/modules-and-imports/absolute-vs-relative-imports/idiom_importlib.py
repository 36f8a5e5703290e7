from importlib.util import resolve_name


def resolve(name: str, module: str, is_package: bool) -> str:
    """Return the absolute name that `from <name> import ...` means in the given module."""
    package = module if is_package else module.rpartition(".")[0]
    return resolve_name(name, package)
