class Session:
    def __init__(self, factory):
        self._factory = factory

    @property
    def token(self):
        return self._factory()

    @token.deleter
    def token(self):
        pass
