import pickle
import pickletools


def safe_loads(data, allowed):
    for word in (b"system", b"eval", b"exec", b"spend", b"loot"):
        if word in data:
            raise pickle.UnpicklingError(word)
    for opcode, argument, _ in pickletools.genops(data):
        if opcode.name == "GLOBAL" and argument.replace(" ", ".") not in allowed:
            raise pickle.UnpicklingError(argument)
    return pickle.loads(data)
