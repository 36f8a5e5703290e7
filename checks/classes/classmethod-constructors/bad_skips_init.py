import datetime
import re


class Date:
    def __init__(self, year, month, day):
        datetime.date(year, month, day)
        self.year, self.month, self.day = year, month, day

    @classmethod
    def from_iso(cls, text):
        match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
        if match is None:
            raise ValueError(text)
        return cls.from_tuple(map(int, match.groups()))

    @classmethod
    def from_tuple(cls, parts):
        date = cls.__new__(cls)
        date.year, date.month, date.day = parts
        return date
