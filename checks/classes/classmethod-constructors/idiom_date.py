from datetime import date


class Date(date):
    """A day in the calendar."""

    @classmethod
    def from_iso(cls, text):
        return cls.fromisoformat(text)

    @classmethod
    def from_tuple(cls, parts):
        return cls(*parts)
