import threading


class Singleton(type):
    _instances = {}  # noqa: RUF012
    _lock = threading.RLock()

    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = cls.__new__(cls)
                cls._instances[cls].__init__(*args, **kwargs)
            return cls._instances[cls]
