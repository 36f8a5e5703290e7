import threading


class Cache:
    lock = threading.Lock()

    def __init__(self, path):
        self.path = path
        self.data = {}
        self.hits = 0
        self.log = open(path, "a", encoding="utf-8")  # noqa: SIM115

    def put(self, key, value):
        with self.lock:
            self.data[key] = value
            self.log.write(f"put {key}\n")
            self.log.flush()

    def get(self, key):
        with self.lock:
            self.hits += 1
            return self.data[key]

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["log"]
        return state

    def __setstate__(self, state):
        self.hits = 0
        self.__dict__.update(state)
        self.log = open(self.path, "a", encoding="utf-8")  # noqa: SIM115
