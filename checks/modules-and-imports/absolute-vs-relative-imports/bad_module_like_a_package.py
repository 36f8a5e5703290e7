def resolve(name, module, is_package):
    rest = name.lstrip(".")
    level = len(name) - len(rest)
    if level == 0:
        return name
    parts = module.split(".")
    if level > len(parts):
        raise ImportError("beyond the top")
    base = ".".join(parts[:len(parts) - level + 1])
    return f"{base}.{rest}" if rest else base
