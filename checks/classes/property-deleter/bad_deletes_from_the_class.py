class Session:
    def __init__(self, factory):
        self._factory = factory

    @property
    def token(self):
        if "_token" not in vars(self):
            self._token = self._factory()
        return self._token

    @token.deleter
    def token(self):
        del type(self).token
