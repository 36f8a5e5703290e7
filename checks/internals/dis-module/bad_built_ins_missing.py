import builtins
import dis
from types import CodeType


def globals_read(function):
    """Return the names that the function, or code in it, reads as globals or built-ins."""
    names, waiting = set(), [function.__code__]
    while waiting:
        code = waiting.pop()
        for instruction in dis.get_instructions(code):
            if instruction.opname == "LOAD_GLOBAL":
                names.add(instruction.argval)
        waiting += [const for const in code.co_consts if isinstance(const, CodeType)]
    return {name for name in names if not hasattr(builtins, name)}
