import builtins
import types


def install(sources):
    original = builtins.__import__

    def from_dict(name, *args, **kwargs):
        if name not in sources:
            return original(name, *args, **kwargs)
        module = types.ModuleType(name)
        exec(sources[name], module.__dict__)  # noqa: S102
        return module

    builtins.__import__ = from_dict

    def uninstall():
        builtins.__import__ = original

    return uninstall
