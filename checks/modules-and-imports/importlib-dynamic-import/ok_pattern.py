import importlib
import re
from functools import reduce

DOTTED = r"[^\W\d]\w*(?:\.[^\W\d]\w*)*"
REFERENCE = re.compile(rf"({DOTTED})(?::({DOTTED}))?")


def load(reference: str) -> object:
    """Return what `package.module` or `package.module:attribute.other` names."""
    match = REFERENCE.fullmatch(reference)
    if match is None:
        raise ValueError(f"not a reference: {reference!r}")
    module_name, attributes = match.groups()
    module = importlib.import_module(module_name)
    if attributes is None:
        return module
    return reduce(getattr, attributes.split("."), module)
