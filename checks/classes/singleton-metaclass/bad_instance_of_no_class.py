import threading
import types


class Singleton(type):
    _instances = {}  # noqa: RUF012
    _lock = threading.RLock()

    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                made = super().__call__(*args, **kwargs)
                cls._instances[cls] = types.SimpleNamespace(**vars(made))
            return cls._instances[cls]
