from functools import cached_property


class Session:
    """Has a token that is made when it is first read."""

    def __init__(self, factory):
        self._factory = factory

    @cached_property
    def token(self):
        return self._factory()
