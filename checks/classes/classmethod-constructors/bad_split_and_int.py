import datetime


class Date:
    def __init__(self, year, month, day):
        datetime.date(year, month, day)
        self.year, self.month, self.day = year, month, day

    @classmethod
    def from_iso(cls, text):
        year, month, day = map(int, text.split("-"))
        return cls(year, month, day)

    @classmethod
    def from_tuple(cls, parts):
        year, month, day = parts
        return cls(year, month, day)
