class Singleton(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls._instance = super().__call__()

    def __call__(cls, *args, **kwargs):
        return cls._instance
