from pkgutil import resolve_name


def load(reference: str) -> object:
    """Return what `package.module` or `package.module:attribute.other` names."""
    return resolve_name(reference)
