"""A class with alternative constructors."""
import random

from answer import Date


class Birthday(Date):
    pass


class Logged(Date):
    """Notes what its own `__init__` was called with."""

    log = ()

    def __init__(self, year, month, day):
        type(self).log = (*self.log, f"{year}/{month}/{day}")
        super().__init__(year, month, day)


def parts(date):
    return type(date).__name__, date.year, date.month, date.day


def outcome(make, *args):
    """Return the parts of what was made, or the name of the exception."""
    try:
        return parts(make(*args))
    except (ValueError, TypeError, AttributeError) as error:
        return type(error).__name__


def numbers(seed, count):
    """Yield years, months and days, many of which are no date."""
    chance = random.Random(seed)
    for _ in range(count):
        year = chance.choice([1600, 1900, 2000, 2023, 2024, chance.randint(1, 9999)])
        yield year, chance.choice([2, 2, 4, 12, chance.randint(0, 13)]), chance.randint(27, 32)


def last_days(year):
    """Return the last day of each month that is accepted."""
    months = range(1, 13)
    return [max(day for day in range(1, 40) if outcome(Date, year, month, day) != "ValueError")
            for month in months]


def iso(year, month, day):
    return f"{year:04}-{month:02}-{day:02}"


def sample_from_iso():
    """
    >>> date = Date.from_iso("2024-02-29")
    >>> date.year, date.month, date.day
    (2024, 2, 29)
    """


def sample_from_tuple():
    """
    >>> date = Date.from_tuple((1999, 12, 31))
    >>> date.year, date.month, date.day
    (1999, 12, 31)
    """


def case_subclass_makes_its_own():
    """Called on a subclass, each way makes an instance of that subclass.

    >>> parts(Birthday.from_iso("2001-07-08")), parts(Birthday.from_tuple((2001, 7, 8)))
    (('Birthday', 2001, 7, 8), ('Birthday', 2001, 7, 8))
    >>> parts(Date.from_iso("2001-07-08")), parts(Birthday(2001, 7, 8))
    (('Date', 2001, 7, 8), ('Birthday', 2001, 7, 8))
    """


def case_subclass_init_runs():
    """The `__init__` of the subclass runs, once for each instance.

    >>> parts(Logged.from_iso("2010-11-12")), parts(Logged.from_tuple((2013, 1, 2)))
    (('Logged', 2010, 11, 12), ('Logged', 2013, 1, 2))
    >>> Logged.log
    ('2010/11/12', '2013/1/2')
    """


def case_every_way_checks():
    """All three ways refuse what is not in the calendar.

    >>> [outcome(Date, *day) for day in [(2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 5, 0)]]
    ['ValueError', 'ValueError', 'ValueError', 'ValueError']
    >>> [outcome(Date.from_tuple, day) for day in [(2024, 4, 31), (2024, 13, 1), (0, 1, 1)]]
    ['ValueError', 'ValueError', 'ValueError']
    >>> [outcome(Date.from_iso, day) for day in ["2024-04-31", "2024-00-10", "0000-01-01"]]
    ['ValueError', 'ValueError', 'ValueError']
    >>> outcome(Date, 2024, 4, 30), outcome(Date, 1, 1, 1), outcome(Date.from_iso, "9999-12-31")
    (('Date', 2024, 4, 30), ('Date', 1, 1, 1), ('Date', 9999, 12, 31))
    >>> outcome(Date, 10000, 1, 1), outcome(Date, 0, 12, 31)
    ('ValueError', 'ValueError')
    """


def case_lengths_of_months():
    """Each month has its own last day.

    >>> last_days(2023)
    [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    """


def case_leap_days():
    """The 29th of February is a date in leap years only.

    >>> [outcome(Date, year, 2, 29) for year in (2023, 1900, 2100)]
    ['ValueError', 'ValueError', 'ValueError']
    >>> outcome(Date.from_iso, "2000-02-29"), outcome(Date.from_tuple, (2028, 2, 29))
    (('Date', 2000, 2, 29), ('Date', 2028, 2, 29))
    >>> outcome(Date.from_iso, "1900-02-29"), outcome(Date.from_iso, "2024-02-30")
    ('ValueError', 'ValueError')
    """


def case_strict_text():
    r"""Four, two and two digits with hyphens, and nothing before, after or between.

    >>> texts = ["2024-2-29", "24-02-29", "2024/02/29", "20240229", "2024-W09-4"]
    >>> [outcome(Date.from_iso, text) for text in texts]
    ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError']
    >>> texts = [" 2024-02-29", "2024-02-29\n", "2024- 2-29", "+024-02-29", "2_24-02-29"]
    >>> [outcome(Date.from_iso, text) for text in texts]
    ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError']
    >>> texts = ["", "2024-02", "2024-02-29-01", "٢٠٢٤-٠٢-٠٢"]
    >>> [outcome(Date.from_iso, text) for text in texts]
    ['ValueError', 'ValueError', 'ValueError', 'ValueError']
    >>> outcome(Date.from_iso, "0987-06-05")
    ('Date', 987, 6, 5)
    """


def case_wrong_tuples():
    """A tuple that does not have three parts is a ValueError.

    >>> [outcome(Date.from_tuple, some) for some in ((2024, 2), (2024, 2, 29, 1), ())]
    ['ValueError', 'ValueError', 'ValueError']
    """


def case_called_on_an_instance():
    """A class method can be called on an instance and makes one of the same class.

    >>> day = Birthday(2020, 1, 2)
    >>> parts(day.from_iso("2021-03-04")), parts(day.from_tuple((2022, 5, 6))), parts(day)
    (('Birthday', 2021, 3, 4), ('Birthday', 2022, 5, 6), ('Birthday', 2020, 1, 2))
    """


def case_random():
    """Some day is accepted or refused wrongly.

    >>> for day in numbers(seed, 40): outcome(Birthday.from_tuple, day)  # doctest: +REFERENCE
    >>> for day in numbers(seed, 40): outcome(Date.from_iso, iso(*day))  # doctest: +REFERENCE
    """
