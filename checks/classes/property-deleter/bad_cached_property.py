from functools import cached_property


class Session:
    def __init__(self, factory):
        self._factory = factory

    @cached_property
    def token(self):
        return self._factory()
