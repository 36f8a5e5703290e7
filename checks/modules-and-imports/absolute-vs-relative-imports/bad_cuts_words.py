def resolve(name, module, is_package):
    if not name.startswith("."):
        return name
    package = module
    if not is_package:
        package = module.replace("." + module.split(".")[-1], "")
        if "." not in module:
            package = ""
    rest = name[1:]
    while rest.startswith("."):
        package = package.rpartition(".")[0]
        rest = rest[1:]
    if not package:
        raise ImportError("beyond the top")
    return f"{package}.{rest}" if rest else package
