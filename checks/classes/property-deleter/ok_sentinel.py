class Session:
    """Marks a missing token by an object that no factory can return."""

    _missing = object()

    def __init__(self, factory):
        self._factory = factory
        self._token = self._missing

    @property
    def token(self):
        if self._token is self._missing:
            self._token = self._factory()
        return self._token

    @token.deleter
    def token(self):
        if self._token is self._missing:
            raise AttributeError("no token to drop")
        self._token = self._missing
