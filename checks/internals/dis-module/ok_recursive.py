import dis
import types


def globals_read(function):
    """Return the names that the function, or code in it, reads as globals or built-ins."""
    return names_in(function.__code__)


def names_in(code):
    names = {step.argval for step in dis.get_instructions(code) if step.opname == "LOAD_GLOBAL"}
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            names |= names_in(constant)
    return names
