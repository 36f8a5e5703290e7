import datetime
import re


class Date:
    def __init__(self, year, month, day):
        datetime.date(year, month, day)
        self.year, self.month, self.day = year, month, day

    @staticmethod
    def from_iso(text):
        match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
        if match is None:
            raise ValueError(text)
        return Date(*map(int, match.groups()))

    @staticmethod
    def from_tuple(parts):
        year, month, day = parts
        return Date(year, month, day)
