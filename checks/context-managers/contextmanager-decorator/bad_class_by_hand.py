from contextlib import ContextDecorator


class cd(ContextDecorator):
    def __init__(self, state, path):
        self.state, self.path = state, path

    def __enter__(self):
        self.previous = self.state["cwd"]
        self.state["cwd"] = self.path
        return self.previous

    def __exit__(self, *details):
        self.state["cwd"] = self.previous
