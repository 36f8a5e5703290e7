import types


def globals_read(function):
    """Return the names that the function, or code in it, reads as globals or built-ins."""
    return names_in(function.__code__)


def names_in(code):
    names = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            names |= names_in(constant)
    return names
