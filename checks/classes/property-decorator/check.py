"""One temperature in two scales."""
import random

from answer import Temperature


def rounded(celsius):
    """Return a temperature of a subclass that shows whole degrees and keeps the setter."""

    class Rounded(Temperature):
        @Temperature.celsius.getter
        def celsius(self):
            return round(Temperature.celsius.fget(self))

    return Rounded(celsius)


def both(temperature):
    """Return both scales as floats."""
    return float(temperature.celsius), float(temperature.fahrenheit)


def made(celsius):
    return float(Temperature(celsius).celsius)


def attempt(name, value):
    """Set an attribute of a fresh temperature; return the outcome and what it is in Celsius."""
    temperature = Temperature(20)
    try:
        setattr(temperature, name, value)
    except ValueError:
        return "refused", float(temperature.celsius)
    return "accepted", float(temperature.celsius)


def changes(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        names = chance.choices(["celsius", "fahrenheit"], k=4)
        yield [(name, chance.randint(-400, 900)) for name in names]


def replay(steps):
    """Set one attribute after the other; return both scales in hundredths after each step."""
    seen = []
    temperature = Temperature(0)
    for name, value in steps:
        try:
            setattr(temperature, name, value)
        except ValueError:
            seen.append("refused")
        seen.append([round(degrees * 100) for degrees in both(temperature)])
    return seen


def sample_both_scales():
    """
    >>> t = Temperature(100)
    >>> float(t.celsius), float(t.fahrenheit)  # doctest: +APPROX
    (100.0, 212.0)
    """


def sample_setting():
    """
    >>> t = Temperature(100)
    >>> t.celsius = 10
    >>> float(t.fahrenheit)  # doctest: +APPROX
    50.0
    >>> t.fahrenheit = 212
    >>> float(t.celsius)  # doctest: +APPROX
    100.0
    """


def case_setting_fahrenheit():
    """Setting one scale changes the other, back and forth.

    >>> t = Temperature(0)
    >>> t.fahrenheit = -40
    >>> both(t)  # doctest: +APPROX
    (-40.0, -40.0)
    >>> t.celsius = 37.5
    >>> both(t)  # doctest: +APPROX
    (37.5, 99.5)
    >>> t.fahrenheit = 14
    >>> both(t)  # doctest: +APPROX
    (-10.0, 14.0)
    """


def case_constructor_checks():
    """The constructor refuses what is below absolute zero, and accepts absolute zero.

    >>> made(-273.15), made(-273), made(21)  # doctest: +APPROX
    (-273.15, -273.0, 21.0)
    >>> Temperature(-273.16)
    Traceback (most recent call last):
    ValueError
    >>> Temperature(-300)
    Traceback (most recent call last):
    ValueError
    """


def case_celsius_checks():
    """Setting `celsius` goes through the same check.

    >>> attempt("celsius", -273.15), attempt("celsius", -273.16)  # doctest: +APPROX
    (('accepted', -273.15), ('refused', 20.0))
    >>> attempt("celsius", -1e9), attempt("celsius", -272)  # doctest: +APPROX
    (('refused', 20.0), ('accepted', -272.0))
    """


def case_fahrenheit_checks():
    """Setting `fahrenheit` goes through the same check: the limit is about -459.67.

    >>> attempt("fahrenheit", -459.7), attempt("fahrenheit", -500)  # doctest: +APPROX
    (('refused', 20.0), ('refused', 20.0))
    >>> attempt("fahrenheit", -459.4), attempt("fahrenheit", 5)  # doctest: +APPROX
    (('accepted', -273.0), ('accepted', -15.0))
    """


def case_refused_value_changes_nothing():
    """After a ValueError the old temperature is still there, in both scales.

    >>> t = Temperature(10)
    >>> t.celsius = -274
    Traceback (most recent call last):
    ValueError
    >>> t.fahrenheit = -1000
    Traceback (most recent call last):
    ValueError
    >>> both(t)  # doctest: +APPROX
    (10.0, 50.0)
    """


def case_own_dict_does_not_count():
    """A value that is smuggled into the instance's dict must not be what the attribute shows.

    >>> t = Temperature(20)
    >>> vars(t)["fahrenheit"] = 451
    >>> both(t)  # doctest: +APPROX
    (20.0, 68.0)
    """


def case_subclass_overrides_the_getter():
    """A subclass overrides how `celsius` is read; the setter and the rest stay.

    >>> t = rounded(20.4)
    >>> t.celsius
    20
    >>> t.celsius = 7.6
    >>> t.celsius, type(t).__name__
    (8, 'Rounded')
    >>> t.celsius = -300
    Traceback (most recent call last):
    ValueError
    """


def case_two_temperatures():
    """Each instance has a temperature of its own.

    >>> cold, warm = Temperature(-10), Temperature(30)
    >>> cold.fahrenheit = 5
    >>> both(cold), both(warm)  # doctest: +APPROX
    ((-15.0, 5.0), (30.0, 86.0))
    """


def case_random():
    """Some series of changes goes wrong.

    >>> for steps in changes(seed, 20): replay(steps)  # doctest: +REFERENCE
    """
