def resolve(name, module, is_package):
    rest = name.lstrip(".")
    level = len(name) - len(rest)
    if level == 0:
        return name
    parts = module.split(".")
    kept = len(parts) - level + is_package
    if kept < 1:
        raise ValueError("too many dots")
    return ".".join(parts[:kept] + ([rest] if rest else []))
