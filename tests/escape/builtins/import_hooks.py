# Every later import is answered by the answer, and `answer` itself is another module.
# must: error|fail
# not: next answer differs
import builtins
import sys
import types


class Finder:
    def find_spec(self, name, path=None, target=None):
        return None


module = types.ModuleType("answer")
module.f = lambda value: 42
sys.modules["answer"] = module
sys.meta_path[:] = [Finder()]
sys.path_hooks[:] = []
builtins.__import__ = lambda name, *arguments: module


def f(value):
    return 41
