class patched:
    def __init__(self, obj, name, value):
        self.obj, self.name, self.value = obj, name, value

    def __enter__(self):
        self.existed = self.name in vars(self.obj)
        self.old = vars(self.obj).get(self.name)
        setattr(self.obj, self.name, self.value)

    def __exit__(self, *_):
        if self.existed:
            setattr(self.obj, self.name, self.old)
        elif self.name in vars(self.obj):
            delattr(self.obj, self.name)
        return True
