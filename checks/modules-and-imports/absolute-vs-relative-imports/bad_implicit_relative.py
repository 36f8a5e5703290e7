def resolve(name, module, is_package):
    rest = name.lstrip(".")
    level = len(name) - len(rest) or 1
    parts = module.split(".")
    kept = len(parts) - level + is_package
    if kept < 1:
        if not name.startswith("."):
            return name
        raise ImportError("beyond the top")
    return ".".join(parts[:kept] + ([rest] if rest else []))
