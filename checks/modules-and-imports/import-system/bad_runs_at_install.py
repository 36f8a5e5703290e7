import sys
import types


def install(sources):
    for name, source in sources.items():
        module = types.ModuleType(name)
        module.__package__ = name.rpartition(".")[0]
        sys.modules[name] = module
        exec(source, module.__dict__)  # noqa: S102

    def uninstall():
        for name in sources:
            sys.modules.pop(name, None)

    return uninstall
