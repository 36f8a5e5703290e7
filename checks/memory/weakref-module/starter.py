class Bus:
    """Tells its subscribers what is published and keeps none of their owners alive."""

    def subscribe(self, callback) -> None:
        ...

    def unsubscribe(self, callback) -> None:
        ...

    def publish(self, *args) -> None:
        ...

    def __len__(self) -> int:
        ...
