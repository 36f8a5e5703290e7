class patched:
    def __init__(self, obj, name, value):
        self.obj, self.name = obj, name
        self.existed = name in vars(obj)
        self.old = vars(obj).get(name)
        setattr(obj, name, value)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.existed:
            setattr(self.obj, self.name, self.old)
        elif self.name in vars(self.obj):
            delattr(self.obj, self.name)
