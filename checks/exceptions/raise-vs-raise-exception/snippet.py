def relay(how):
    try:
        raise ValueError("bad")
    except ValueError:
        if how == "bare":
            raise
        if how == "equal":
            raise ValueError("bad")
        if how == "class":
            raise TypeError
    raise


for how in ("bare", "equal", "class", "late"):
    try:
        relay(how)
    except (ValueError, TypeError, RuntimeError) as error:
        print(how, type(error).__name__, repr(error.__context__))
