import datetime


class Date:
    def __init__(self, year, month, day):
        datetime.date(year, month, day)
        self.year, self.month, self.day = year, month, day

    @classmethod
    def from_iso(cls, text):
        date = datetime.date.fromisoformat(text)
        return cls(date.year, date.month, date.day)

    @classmethod
    def from_tuple(cls, parts):
        year, month, day = parts
        return cls(year, month, day)
