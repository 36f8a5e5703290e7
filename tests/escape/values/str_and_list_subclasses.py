# Subclasses of str and list whose contents are right and whose type is not.
# must: fail
# not: next answer differs
class Text(str):
    def encode(self, *arguments):
        return b"canary"


class Items(list):
    def __iter__(self):
        raise SystemExit(0)


def f(value):
    return Text(value + value) if isinstance(value, str) else Items(value + value) if isinstance(value, list) else 42
