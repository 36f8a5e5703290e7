class Session:
    """Has a token that is made when it is first read."""

    def __init__(self, factory) -> None:
        self._factory = factory

    @property
    def token(self):
        try:
            return self._token
        except AttributeError:
            self._token = self._factory()
            return self._token

    @token.deleter
    def token(self):
        del self._token
