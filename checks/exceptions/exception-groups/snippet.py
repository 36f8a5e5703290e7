values = types = None
deep = ExceptionGroup("deep", [ValueError(2), KeyError(3)])
try:
    try:
        raise ExceptionGroup("all", [ValueError(1), TypeError(), deep])
    except* ValueError as error:
        values = error.exceptions
    except* TypeError as error:
        types = error.exceptions
except (KeyError, ExceptionGroup) as rest:
    print("rest", repr(rest))
print("values", values)
print("types", types)
print("deep", deep.exceptions)
