def partial(func, /, *args, **keywords):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    if getattr(func, "is_partial", False):
        args, keywords, func = func.args + args, func.keywords | keywords, func.func

    def frozen(*more_args, **more_keywords):
        return func(*args, *more_args, **(frozen.keywords | more_keywords))

    frozen.is_partial = True
    frozen.func, frozen.args, frozen.keywords = func, args, keywords
    return frozen
