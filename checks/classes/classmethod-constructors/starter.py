class Date:
    """A day in the calendar."""

    def __init__(self, year: int, month: int, day: int) -> None:
        ...

    # Still to come: Date.from_iso("2024-02-29") and Date.from_tuple((2024, 2, 29)).
