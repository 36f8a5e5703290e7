"""A vector that works with operators and builtin functions."""
import random

from answer import Vec


class Host:
    """A foreign type that knows what to do with a vector on its left."""

    def __radd__(self, other):
        return f"host adds {type(other).__name__}"

    def __rsub__(self, other):
        return f"host subtracts from {type(other).__name__}"

    def __rmul__(self, other):
        return f"host multiplies {type(other).__name__}"

    def __eq__(self, other):
        return f"host compares {type(other).__name__}"

    __hash__ = None


class Lookalike:
    x, y = 1, 2


def vectors(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        a, b, c, d, k = chance.choices(range(-9, 10), k=5)
        yield Vec(a, b), Vec(c, d), k


def sample_arithmetic():
    """
    >>> v, w = Vec(1, 2), Vec(10, 20)
    >>> repr(v + w), repr(w - v), repr(v * 3), repr(-v)
    ('Vec(11, 22)', 'Vec(9, 18)', 'Vec(3, 6)', 'Vec(-1, -2)')
    """


def sample_looks():
    """
    >>> v = Vec(3, 4)
    >>> abs(v), len(v), v[0], list(v), v == Vec(3, 4), bool(v)
    (5.0, 2, 3, [3, 4], True, True)
    """


def case_number_on_the_left():
    """The factor may stand on either side, and it may be a float or zero.

    >>> repr(2 * Vec(1, -2)), repr(0.5 * Vec(3, 8)), repr(Vec(3, 8) * 0), repr(-1 * Vec(0, 1))
    ('Vec(2, -4)', 'Vec(1.5, 4.0)', 'Vec(0, 0)', 'Vec(0, -1)')
    """


def case_operands_stay_as_they_were():
    """An operation returns a new vector and leaves its operands alone.

    >>> v, w = Vec(1, 2), Vec(5, 7)
    >>> results = [v + w, v - w, v * 9, 8 * v, -v]
    >>> repr(v), repr(w), repr(results)
    ('Vec(1, 2)', 'Vec(5, 7)', '[Vec(6, 9), Vec(-4, -5), Vec(9, 18), Vec(8, 16), Vec(-1, -2)]')
    >>> old = v
    >>> v += w
    >>> repr(v), repr(old)
    ('Vec(6, 9)', 'Vec(1, 2)')
    """


def case_foreign_types_are_refused():
    """Texts, tuples, None and a second vector are no operands here.

    >>> Vec(1, 2) + (3, 4)
    Traceback (most recent call last):
    TypeError
    >>> (3, 4) - Vec(1, 2)
    Traceback (most recent call last):
    TypeError
    >>> Vec(1, 2) - 1
    Traceback (most recent call last):
    TypeError
    >>> Vec(1, 2) * "ab"
    Traceback (most recent call last):
    TypeError
    >>> "ab" * Vec(1, 2)
    Traceback (most recent call last):
    TypeError
    >>> Vec(1, 2) * Vec(1, 2)
    Traceback (most recent call last):
    TypeError
    >>> Vec(1, 2) + Lookalike()
    Traceback (most recent call last):
    TypeError
    >>> repr(Vec(1, 2) + Vec(3, 4)), repr(Vec(1, 2) * -2)
    ('Vec(4, 6)', 'Vec(-2, -4)')
    """


def case_foreign_type_gets_its_chance():
    """If the other type knows what to do, its reflected method must be asked.

    >>> Vec(1, 2) + Host(), Vec(1, 2) - Host()
    ('host adds Vec', 'host subtracts from Vec')
    >>> Vec(1, 2) * Host(), Vec(1, 2) == Host()
    ('host multiplies Vec', 'host compares Vec')
    """


def case_equality_with_other_types():
    """A vector equals no tuple and no look-alike, and comparing never raises.

    >>> v = Vec(1, 2)
    >>> [v == other for other in ((1, 2), [1, 2], Lookalike(), "12", None)]
    [False, False, False, False, False]
    >>> [v == other for other in (Vec(1, 2), Vec(1.0, 2.0), Vec(2, 1), Vec(1, 3), Vec(0, 2))]
    [True, True, False, False, False]
    >>> v != Vec(1, 2), v != Vec(1, 1), v in [Vec(0, 0), Vec(1, 2)]
    (False, True, True)
    """


def case_dict_key():
    """Equal vectors are one key; different ones are different keys.

    >>> places = {Vec(0, 1): "north", Vec(1, 0): "east", Vec(0.0, 1.0): "north again"}
    >>> places[Vec(0, 1)], places[Vec(1, 0)], len(places), places.get(Vec(1, 1), "nowhere")
    ('north again', 'east', 2, 'nowhere')
    >>> len({Vec(x, y) for x in range(50) for y in range(50)})
    2500
    >>> len({hash(Vec(x, y)) for x in range(50) for y in range(50)})  # doctest: +BETWEEN
    (1000, 2500)
    """


def case_only_zero_is_false():
    """A vector is false if both of its parts are zero, and true otherwise.

    >>> [bool(Vec(*parts)) for parts in ((0, 0), (0.0, 0), (0, 1), (-1, 0), (0, 0.1), (2, 2))]
    [False, False, True, True, True, True]
    """


def case_unpacks_like_a_pair():
    """It can be unpacked and gone over again and again.

    >>> v = Vec(7, -8)
    >>> x, y = v
    >>> x, y, list(v), tuple(v), max(v), -8 in v, [*v, *v]
    (7, -8, [7, -8], (7, -8), 7, True, [7, -8, 7, -8])
    >>> repr(sum([Vec(1, 2), Vec(3, 4), Vec(5, 6)], Vec(0, 0)))
    'Vec(9, 12)'
    """


def case_index_like_a_tuple():
    """Indexes work as in a tuple of two: negative ones, slices, and an IndexError outside.

    >>> v = Vec(7, -8)
    >>> v[0], v[1], v[-1], v[-2], tuple(v[:]), tuple(v[1:]), len(v)
    (7, -8, -8, 7, (7, -8), (-8,), 2)
    >>> v[2]
    Traceback (most recent call last):
    IndexError
    >>> v[-3]
    Traceback (most recent call last):
    IndexError
    """


def case_random():
    """Some sum, difference, product or length is wrong.

    >>> for v, w, k in vectors(seed, 20): repr([v + w, v - w, k * v, -w])  # doctest: +REFERENCE
    >>> for v, w, k in vectors(seed, 20): abs(v - w)  # doctest: +REFERENCE, +APPROX
    """
