def resolve(name, module, is_package):
    if not name.startswith("."):
        return name
    parts = module.split(".") if is_package else module.split(".")[:-1]
    rest = name[1:]
    while rest.startswith("."):
        parts = parts[:-1]
        rest = rest[1:]
    return ".".join([*parts, rest] if rest else parts)
