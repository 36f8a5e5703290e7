# The modules that a checker would import are replaced before it does.
# must: fail
# not: next answer differs
import sys
import types


class Forged(types.ModuleType):
    def __getattr__(self, name):
        return lambda *arguments, **options: 42


for name in ("doctest", "unittest", "pytest", "ast", "json", "pickle", "marshal", "check", "operator", "math", "os"):
    sys.modules[name] = Forged(name)


def f(value):
    return 41
