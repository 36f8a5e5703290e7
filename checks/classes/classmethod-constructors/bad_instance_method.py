import datetime
import re


class Date:
    def __init__(self, year, month, day):
        datetime.date(year, month, day)
        self.year, self.month, self.day = year, month, day

    def from_iso(self, text):
        match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
        if match is None:
            raise ValueError(text)
        return type(self)(*map(int, match.groups()))

    def from_tuple(self, parts):
        year, month, day = parts
        return type(self)(year, month, day)
