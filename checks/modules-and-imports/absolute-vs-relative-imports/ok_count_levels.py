def resolve(name: str, module: str, is_package: bool) -> str:
    """Return the absolute name that `from <name> import ...` means in the given module."""
    rest = name.lstrip(".")
    level = len(name) - len(rest)
    if level == 0:
        return name
    parts = module.split(".")
    kept = len(parts) - level + is_package
    if kept < 1:
        raise ImportError("relative import beyond the top-level package")
    return ".".join(parts[:kept] + ([rest] if rest else []))
