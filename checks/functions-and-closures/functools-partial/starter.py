class partial:
    """A function with some of its arguments frozen."""

    def __init__(self, func, *args, **keywords):
        """Remember the function and its first arguments."""
        ...

    def __call__(self, *args, **keywords):
        """Call the function with the frozen arguments and these."""
        ...
