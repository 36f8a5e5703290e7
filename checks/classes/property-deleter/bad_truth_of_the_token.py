class Session:
    def __init__(self, factory):
        self._factory = factory
        self._token = None

    @property
    def token(self):
        if not self._token:
            self._token = self._factory()
        return self._token

    @token.deleter
    def token(self):
        if not self._token:
            raise AttributeError("no token")
        self._token = None
