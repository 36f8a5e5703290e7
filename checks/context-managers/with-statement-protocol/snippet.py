class Half:
    def __enter__(self):
        print("enter", end=" ")
        return 42


class Whole(Half):
    def __exit__(self, *details):
        print("exit")


patched = Whole()
patched.__exit__ = lambda *details: print("mine")
for manager in (Whole(), Whole, patched, Half()):
    try:
        with manager as value:
            print(type(value).__name__, end=" ")
    except TypeError:
        print("TypeError")
