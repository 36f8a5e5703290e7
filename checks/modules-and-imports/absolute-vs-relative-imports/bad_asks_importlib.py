from importlib.util import resolve_name


def resolve(name, module, is_package):
    package = module if is_package else module.rpartition(".")[0]
    return resolve_name(name, package)
