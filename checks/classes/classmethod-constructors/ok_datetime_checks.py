import datetime
import re


class Date:
    """A day in the calendar."""

    def __init__(self, year: int, month: int, day: int) -> None:
        datetime.date(year, month, day)
        self.year, self.month, self.day = year, month, day

    @classmethod
    def from_iso(cls, text: str):
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
        if match is None:
            raise ValueError(f"not of the form YYYY-MM-DD: {text!r}")
        return cls(*map(int, match.groups()))

    @classmethod
    def from_tuple(cls, parts: tuple[int, int, int]):
        year, month, day = parts
        return cls(year, month, day)
