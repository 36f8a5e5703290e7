class Session:
    """Has a token that is made when it is first read."""

    def __init__(self, factory) -> None:
        ...

    @property
    def token(self):
        ...
