class partial:
    """A function with some of its arguments frozen."""

    def __new__(cls, func, /, *args, **keywords):
        if isinstance(func, cls):
            return cls(func.func, *func.args, *args, **{**func.keywords, **keywords})
        if not callable(func):
            raise TypeError(f"{func!r} cannot be called")
        self = super().__new__(cls)
        self.func, self.args, self.keywords = func, args, keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})
