class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.thing.close()
