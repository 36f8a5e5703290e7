from contextlib import suppress


class Layer:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name * 2

    def __exit__(self, kind, error, traceback):
        print("failed" if error else "leave", self.name)


with Layer("a") as name, Layer(name):
    pass
with Layer("c"), suppress(ValueError), Layer("d"):
    raise ValueError
