import pickle


def safe_loads(data, allowed):
    found = pickle.loads(data)
    kind = type(found)
    if kind.__module__ != "builtins" and f"{kind.__module__}.{kind.__qualname__}" not in allowed:
        raise pickle.UnpicklingError(kind)
    return found
