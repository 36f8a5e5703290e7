import threading

lock = threading.RLock()


class Singleton(type):
    """Keeps the instance in the class's own dict and looks there first without the lock."""

    def __call__(cls, *args, **kwargs):
        if "_instance" not in vars(cls):
            with lock:
                if "_instance" not in vars(cls):
                    cls._instance = super().__call__(*args, **kwargs)
        return cls._instance
