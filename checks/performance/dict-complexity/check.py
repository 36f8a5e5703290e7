"""Common elements of two lists."""
import random

from answer import common


class Element:
    """An element that counts how often its kind is hashed and compared."""

    hashed = compared = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        Element.hashed += 1
        return hash(self.number)

    def __eq__(self, other):
        Element.compared += 1
        return isinstance(other, Element) and self.number == other.number


class SameHash(Element):
    """All elements of this class have one hash."""

    def __hash__(self):
        return 7


def operations(size, shift):
    """Hashes and comparisons for two lists of this size of which the second is shifted."""
    a = [Element(n) for n in range(size)]
    b = [Element(n + shift) for n in range(size)]
    Element.hashed = Element.compared = 0
    common(a, b)
    return Element.hashed + Element.compared


def numbers(elements):
    return [element.number for element in elements]


def random_lists(seed, count):
    rng = random.Random(seed)
    pool = [0, 1, 2, -1, 1.0, "1", "a", "", None, (1,), 2.5]
    for _ in range(count):
        yield rng.choices(pool, k=rng.randrange(12)), rng.choices(pool, k=rng.randrange(8))


def growing(size):
    """Half of the elements of each list are in the other one."""
    return common, list(range(size // 2)), list(range(size // 4, size - size // 4))


def sample_order_of_a():
    """
    >>> common([3, 1, 4, 5], [5, 9, 3])
    [3, 5]
    """


def sample_each_once():
    """
    >>> common([7, 1, 7, 2], [1, 7, 1])
    [7, 1]
    """


def case_nothing_in_common():
    """Without common elements the result is an empty list.

    >>> common([], []), common([1, 2], []), common([], [1]), common([1, 2], [3, 4])
    ([], [], [], [])
    """


def case_order_of_first_appearance():
    """Each element stands where it comes first in `a`.

    >>> common([5, 2, 9, 2, 5, 7, 9], [9, 5, 2, 8]), common(list("banana"), list("nab"))
    ([5, 2, 9], ['b', 'a', 'n'])
    """


def case_which_of_equal_ones():
    """Of equal elements the first one of `a` is returned.

    >>> common([1.0, 1, True], [True]), common([0, 2, False], [2.0, False]), common([True], [1])
    ([1.0], [0, 2], [True])
    """


def case_mixed_types():
    """Elements of all types may be mixed; they are only hashed and compared for equality.

    >>> common([1, "1", None, (2, "x"), 1 + 0j, "", "z", 2.5], ["", 2.5, (2, "x"), "z", "1", None])
    ['1', None, (2, 'x'), '', 'z', 2.5]
    >>> common([b"a", "a", frozenset([1])], ["a", frozenset([1])])
    ['a', frozenset({1})]
    """


def case_unhashable():
    """An element without a hash is a TypeError, on either side.

    >>> common([1, [2]], [1])
    Traceback (most recent call last):
    TypeError
    >>> common([1], [[2], 1])
    Traceback (most recent call last):
    TypeError
    """


def case_same_hash():
    """Elements with the same hash are still different elements.

    >>> a = [SameHash(n) for n in (4, 1, 3, 1, 2, 4)]
    >>> numbers(common(a, [SameHash(n) for n in (1, 2, 9, 4)]))
    [4, 1, 2]
    >>> common([-1, -2, -1], [-2]), common([-1, -2], [-1, -2])
    ([-2], [-1, -2])
    """


def case_lists_stay():
    """Both lists belong to the caller.

    >>> a, b = [3, 1, 3, 2], [2, 3, 2]
    >>> common(a, b), a, b
    ([3, 2], [3, 1, 3, 2], [2, 3, 2])
    """


def case_number_of_comparisons():
    """A few hashes and comparisons for each element are enough, not one for each pair.

    >>> operations(800, shift=0)  # doctest: +BETWEEN
    (1600, 8000)
    >>> operations(800, shift=500)  # doctest: +BETWEEN
    (1600, 8000)
    >>> operations(800, shift=1500)  # doctest: +BETWEEN
    (1600, 8000)
    """


def case_thirty_thousand():
    """Lists of thirty thousand elements have nine hundred million pairs.

    >>> found = common(list(range(30_000)), list(range(59_000, 29_000, -1)))
    >>> len(found), found[:2], found[-1]
    (999, [29001, 29002], 29999)
    """


def case_many_common_elements():
    """The result may be long, too: looking for repeats in it must not be a loop.

    >>> found = common([n * 7919 % 30_011 for n in range(60_000)], list(range(30_000)))
    >>> len(found), found[:3], found[-2:]
    (30000, [0, 7919, 15838], [14173, 22092])
    """


def case_random():
    """Some short lists give a wrong result.

    >>> for a, b in random_lists(seed, 30): common(a, b)  # doctest: +REFERENCE
    """
