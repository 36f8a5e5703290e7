def shape(error):
    if isinstance(error, ExceptionGroup):
        return [shape(part) for part in error.exceptions]
    return type(error).__name__


deep = ExceptionGroup("deep", [ValueError(), KeyError()])
group = ExceptionGroup("all", [ValueError(), TypeError(), deep])
taken = []
try:
    try:
        raise group
    except* ValueError as error:
        taken.append(shape(error))
    except* TypeError as error:
        taken.append(shape(error))
except ExceptionGroup as rest:
    print(taken)
    print(shape(rest))
try:
    raise OSError
except* OSError as error:
    print(shape(error))
try:
    raise ExceptionGroup("one", [OSError()])
except OSError:
    print("caught")
except ExceptionGroup:
    print("still a group")
