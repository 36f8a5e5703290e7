import sys
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.util import spec_from_loader


class DictFinder(MetaPathFinder, InspectLoader):
    def __init__(self, sources):
        self.sources = sources

    def find_spec(self, name, path, target):
        if name in self.sources:
            return spec_from_loader(name, self)
        return None

    def get_source(self, name):
        return self.sources[name]

    def is_package(self, name):
        return any(other != name and other.startswith(name) for other in self.sources)


def install(sources):
    finder = DictFinder(sources)
    sys.meta_path.insert(0, finder)

    def uninstall():
        sys.meta_path.remove(finder)

    return uninstall
