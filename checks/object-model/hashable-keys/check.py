"""A class of values that can be keys."""
import random

from answer import Point


class Pixel(Point):
    pass


class Host:
    """A foreign type that knows how to compare itself with a point."""

    def __eq__(self, other):
        return f"host compares {type(other).__name__}"

    __hash__ = None


class Lookalike:
    x, y = 1, 2


def refusal(action, *args):
    """Return which kind of refusal an action meets."""
    try:
        action(*args)
    except AttributeError:
        return "AttributeError"
    except TypeError:
        return "TypeError"
    return "done"


def tables(seed, count):
    """Yield short lists of coordinates with repeats."""
    chance = random.Random(seed)
    for _ in range(count):
        yield [(chance.randrange(4), chance.choice([0, 1, 1.0, -1, 2.5])) for _ in range(12)]


def last_places(pairs):
    """Store the place of each pair under its point; return the points and the places."""
    places = {Point(*pair): place for place, pair in enumerate(pairs)}
    return [(point.x, point.y, place) for point, place in places.items()]


def sample_found_again():
    """
    >>> paths = {Point(3, 4): "north"}
    >>> paths[Point(3, 4)], paths.get(Point(4, 3))
    ('north', None)
    """


def sample_parts():
    """
    >>> point = Point(3, 4)
    >>> point.x, point.y, point == Point(3, 4), point == Point(3, 5)
    (3, 4, True, False)
    """


def case_equal_points_are_one_key():
    """Equal points are the same key, also if one holds ints and the other floats.

    >>> names = {Point(1, 2): "int", Point(0, 0): "zero", Point(1.0, 2.0): "float"}
    >>> names[Point(1, 2)], names[Point(True, 2)], names[Point(0.0, 0)], len(names)
    ('float', 'float', 'zero', 2)
    >>> len({Point(-1, 0), Point(-2, 0), Point(0, -1), Point(-1, 0), Point(0, -2)})
    4
    """


def case_equality_with_others():
    """A point equals no tuple and no look-alike; a foreign type is asked for its opinion.

    >>> point = Point(1, 2)
    >>> [point == other for other in ((1, 2), Lookalike(), "12", None, 1)]
    [False, False, False, False, False]
    >>> point == Host(), Host() == point, point != (1, 2)
    ('host compares Point', 'host compares Point', True)
    >>> [point == other for other in (Point(1, 2), Point(2, 1), Point(1, 3), Point(0, 2))]
    [True, False, False, False]
    """


def case_subclasses():
    """Points of different classes are never equal; those of one subclass are.

    >>> Point(1, 2) == Pixel(1, 2), Pixel(1, 2) == Point(1, 2), Pixel(1, 2) == Pixel(1, 2)
    (False, False, True)
    >>> kinds = {Point(1, 2): "point", Pixel(1, 2): "pixel"}
    >>> kinds[Pixel(1, 2)], kinds[Point(1, 2)], len(kinds)
    ('pixel', 'point', 2)
    """


def case_no_change():
    """Once made, a point refuses to set or delete any attribute.

    >>> point = Point(1, 2)
    >>> [refusal(setattr, point, name, 9) for name in "xyz"]
    ['AttributeError', 'AttributeError', 'AttributeError']
    >>> refusal(delattr, point, "x"), refusal(delattr, point, "y")
    ('AttributeError', 'AttributeError')
    >>> point.x, point.y, hasattr(point, "z")
    (1, 2, False)
    """


def case_key_is_not_lost():
    """A point that is a key must be found after somebody tried to change it.

    >>> point = Point(1, 2)
    >>> paths = {point: "stored"}
    >>> refusal(setattr, point, "x", 7), refusal(delattr, point, "y")
    ('AttributeError', 'AttributeError')
    >>> paths.get(point), paths.get(Point(1, 2)), paths.get(Point(7, 2))
    ('stored', 'stored', None)
    """


def case_no_list_inside():
    """A point can hold anything, but its hash is only as good as those of its parts.

    >>> point = Point([1], "y")
    >>> point.x, point.y, point == Point([1], "y"), refusal(hash, point)
    ([1], 'y', True, 'TypeError')
    >>> refusal(hash, Point(0, {})), refusal(hash, Point(0, ()))
    ('TypeError', 'done')
    """


def case_hashes_are_spread():
    """Different points should seldom share a hash.

    >>> len({hash(Point(x, y)) for x in range(100) for y in range(100)})  # doctest: +BETWEEN
    (9_000, 10_000)
    """


def case_many_points():
    """Twenty thousand points on a diagonal must not collide with each other.

    >>> steps = {Point(number, number): number for number in range(20_000)}
    >>> len(steps), steps[Point(12_345, 12_345)], steps.get(Point(5, 6), "free")
    (20000, 12345, 'free')
    """


def case_random():
    """Some table with points as keys comes out wrong.

    >>> for pairs in tables(seed, 20): last_places(pairs)  # doctest: +REFERENCE
    """
