import threading


class Singleton(type):
    _instances = {}  # noqa: RUF012
    _lock = threading.RLock()

    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls.__name__ not in cls._instances:
                cls._instances[cls.__name__] = super().__call__(*args, **kwargs)
            return cls._instances[cls.__name__]
