for how in ("bare", "equal", "class", "late"):
    try:
        try:
            raise ValueError("bad")
        except ValueError:
            if how == "bare":
                raise
            if how == "equal":
                raise ValueError("bad")
            if how == "class":
                raise TypeError
        raise  # noqa: PLE0704
    except (ValueError, TypeError, RuntimeError) as error:
        print(how, type(error).__name__, repr(error.__context__))
