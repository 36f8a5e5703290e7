def resolve(name, module, is_package):
    rest = name.lstrip(".")
    level = len(name) - len(rest)
    if level == 0:
        return name
    parts = module.split(".") if is_package else module.split(".")[:-1]
    if level >= len(parts):
        raise ImportError("beyond the top")
    base = ".".join(parts[:-level])
    return f"{base}.{rest}" if rest else base
