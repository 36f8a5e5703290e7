class Session:
    def __init__(self, factory):
        self._factory = factory

    @property
    def token(self):
        if not hasattr(Session, "_token"):
            Session._token = self._factory()
        return Session._token

    @token.deleter
    def token(self):
        del Session._token
