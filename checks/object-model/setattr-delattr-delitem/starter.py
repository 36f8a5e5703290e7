class Config:
    """Settings that are attributes and items at once."""

    def __init__(self, **values) -> None:
        ...

    def freeze(self) -> None:
        """From now on refuse to set or delete anything, with TypeError."""

    # Still to come: reading, setting, deleting in both ways, len(config), and a loop over names.
