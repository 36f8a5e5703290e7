import contextlib


class suppress(contextlib.suppress):
    caught = None

    def __enter__(self):
        self.caught = None
        return self

    def __exit__(self, kind, error, traceback):
        handled = super().__exit__(kind, error, traceback)
        if handled:
            self.caught = error
        return handled
