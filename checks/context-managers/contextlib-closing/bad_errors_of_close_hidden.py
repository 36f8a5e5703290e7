class closing:
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        try:
            self.thing.close()
        except OSError:
            print("could not close")
