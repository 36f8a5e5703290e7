LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def days_in(year, month):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return LENGTHS[month - 1] + (leap and month == 2)


class Date:
    """Counts the days by itself."""

    def __init__(self, year, month, day):
        if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)):
            raise ValueError(f"no such day: {year}-{month}-{day}")
        self.year = year
        self.month = month
        self.day = day

    @classmethod
    def from_tuple(cls, parts):
        if len(parts) != 3:
            raise ValueError(f"three parts make a date, not {len(parts)}")
        return cls(*parts)

    @classmethod
    def from_iso(cls, text):
        parts = text.split("-")
        right = [len(part) for part in parts] == [4, 2, 2]
        if not right or not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError(f"not of the form YYYY-MM-DD: {text!r}")
        return cls.from_tuple(tuple(map(int, parts)))
