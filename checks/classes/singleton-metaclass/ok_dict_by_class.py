import threading


class Singleton(type):
    """The class of classes that have at most one instance each."""

    _instances = {}  # noqa: RUF012
    _lock = threading.RLock()

    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls not in cls._instances:
                cls._instances[cls] = super().__call__(*args, **kwargs)
            return cls._instances[cls]
