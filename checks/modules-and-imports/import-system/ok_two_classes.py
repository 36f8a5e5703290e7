import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec


class SourceLoader:
    def __init__(self, source):
        self.source = source

    def create_module(self, spec):
        return None  # Python makes an ordinary module

    def exec_module(self, module):
        exec(self.source, module.__dict__)  # noqa: S102


class SourceFinder:
    def __init__(self, sources):
        self.sources = sources
        self.packages = {name.rpartition(".")[0] for name in sources}

    def find_spec(self, name, path, target):
        if name in self.sources:
            loader = SourceLoader(self.sources[name])
            return ModuleSpec(name, loader, is_package=name in self.packages)
        return None


def install(sources: dict[str, str]) -> Callable[[], None]:
    """Make the modules of `sources` importable; return a function that ends it."""
    finder = SourceFinder(sources)
    sys.meta_path.insert(0, finder)

    def uninstall():
        sys.meta_path.remove(finder)

    return uninstall
