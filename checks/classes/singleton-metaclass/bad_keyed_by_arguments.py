import threading


class Singleton(type):
    _instances = {}  # noqa: RUF012
    _lock = threading.RLock()

    def __call__(cls, *args, **kwargs):
        key = (cls, args, tuple(kwargs.items()))
        with cls._lock:
            if key not in cls._instances:
                cls._instances[key] = super().__call__(*args, **kwargs)
            return cls._instances[key]
