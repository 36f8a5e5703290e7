class Session:
    def __init__(self, factory):
        self._factory = factory
        self._token = None
        self._made = False

    @property
    def token(self):
        if not self._made:
            self._made = True
            self._token = self._factory()
        return self._token

    @token.deleter
    def token(self):
        if not self._made:
            raise AttributeError("no token")
        self._made = False
