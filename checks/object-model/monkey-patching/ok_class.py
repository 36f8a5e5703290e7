class patched:
    """Remembers one attribute in `__enter__` and puts it back in `__exit__`."""

    MISSING = object()

    def __init__(self, obj, name, value):
        self.obj, self.name, self.value = obj, name, value

    def __enter__(self):
        self.old = vars(self.obj).get(self.name, self.MISSING)
        setattr(self.obj, self.name, self.value)

    def __exit__(self, *_):
        if self.old is not self.MISSING:
            setattr(self.obj, self.name, self.old)
        elif self.name in vars(self.obj):
            delattr(self.obj, self.name)
