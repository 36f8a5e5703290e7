import re


class Date:
    def __init__(self, year, month, day):
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
