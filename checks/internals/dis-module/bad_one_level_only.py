import dis
from types import CodeType


def globals_read(function):
    code = function.__code__
    codes = [code, *(const for const in code.co_consts if isinstance(const, CodeType))]
    return {
        instruction.argval
        for code in codes
        for instruction in dis.get_instructions(code)
        if instruction.opname == "LOAD_GLOBAL"
    }
