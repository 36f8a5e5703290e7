import re

LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def days_in(year, month):
    return LENGTHS[month - 1]


class Date:
    def __init__(self, year, month, day):
        if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
            raise ValueError(f"no such day: {year}-{month}-{day}")
        self.year, self.month, self.day = year, month, day

    @classmethod
    def from_iso(cls, text):
        match = re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
        if match is None:
            raise ValueError(text)
        return cls(*map(int, match.groups()))

    @classmethod
    def from_tuple(cls, parts):
        year, month, day = parts
        return cls(year, month, day)
