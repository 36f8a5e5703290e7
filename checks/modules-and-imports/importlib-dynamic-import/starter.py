def load(reference: str) -> object:
    """Return what `package.module` or `package.module:attribute.other` names."""
