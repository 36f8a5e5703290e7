import threading

lock = threading.RLock()


class Singleton(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        instances = {}

        def new(kind, *args, **kwargs):
            with lock:
                if kind not in instances:
                    instances[kind] = object.__new__(kind)
                return instances[kind]

        cls.__new__ = new
