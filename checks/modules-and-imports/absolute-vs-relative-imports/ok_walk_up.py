def resolve(name: str, module: str, is_package: bool) -> str:
    """Return the absolute name that `from <name> import ...` means in the given module."""
    if not name.startswith("."):
        return name
    package = module if is_package else module.rpartition(".")[0]
    rest = name[1:]
    while rest.startswith("."):
        package = package.rpartition(".")[0]
        rest = rest[1:]
    if not package:
        raise ImportError("relative import beyond the top-level package")
    return f"{package}.{rest}" if rest else package
