import threading


class Singleton(type):
    _made = set()  # noqa: RUF012
    _lock = threading.RLock()

    def __call__(cls, *args, **kwargs):
        with cls._lock:
            if cls in cls._made:
                return None
            instance = super().__call__(*args, **kwargs)
            cls._made.add(cls)
            return instance
