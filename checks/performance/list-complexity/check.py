"""Remove from a list in place."""
import random

from answer import remove_all, take_front

nan = float("nan")
compared = []


class Item:
    """An item that notes in `compared` with what it is compared."""

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        compared.append(other)
        return self.number == other.number

    __hash__ = None


def removed(items, value):
    """The count, and the list afterwards, seen by someone else who holds it."""
    other = items = list(items)
    count = remove_all(items, value)
    return count, other


def taken(items, k):
    """The items taken, and the list afterwards, seen by someone else who holds it."""
    other = items = list(items)
    front = take_front(items, k)
    return front, other


def comparisons(size, matches):
    items = [Item(n % matches) for n in range(size)]
    compared.clear()
    count = remove_all(items, Item(0))
    return count, len(items), len(compared)


def random_lists(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.choices([0, 1, 2, 1.0, "1", nan], k=rng.randrange(10)), rng.randrange(12)


def both(items, k):
    return removed(items, 1), removed(items, "1"), removed(items, nan)[0], taken(range(7), k)


def growing(size):
    """Every third item goes."""
    return remove_all, [number % 3 for number in range(size)], 0


def sample_remove_all():
    """
    >>> items = [3, 1, 3, 2]
    >>> remove_all(items, 3), items
    (2, [1, 2])
    """


def sample_take_front():
    """
    >>> items = ["a", "b", "c"]
    >>> take_front(items, 2), items
    (['a', 'b'], ['c'])
    """


def case_neighbours():
    """Neighbours that match must all go.

    >>> removed([7, 7, 7, 1, 7, 7, 2], 7), removed([1, 7, 7], 7), removed("aabaac", "a")
    ((5, [1, 2]), (2, [1]), (4, ['b', 'c']))
    """


def case_all_or_none():
    """All items may match, or none.

    >>> removed([5, 5, 5], 5), removed([5], 5), removed([1, 2], 5), removed([], 5)
    ((3, []), (1, []), (0, [1, 2]), (0, []))
    """


def case_same_list_object():
    """Everybody who holds the list must see the change.

    >>> items = [1, 2, 1, 3, 4]
    >>> holder = {"items": items}
    >>> remove_all(items, 1), holder
    (2, {'items': [2, 3, 4]})
    >>> take_front(items, 2), holder
    ([2, 3], {'items': [4]})
    """


def case_equal_or_identical():
    """What equals the value goes, and the very object too, even if it does not equal itself.

    >>> removed([1, 1.0, True, "1", 2], 1), removed([[], [0], []], []), removed([None, 0], None)
    ((3, ['1', 2]), (2, [[0]]), (1, [0]))
    >>> count, rest = removed([nan, 1, float("nan"), nan], nan)
    >>> count, len(rest), rest[0]
    (2, 2, 1)
    """


def case_order_of_the_rest():
    """What stays keeps its order.

    >>> removed([9, 4, 8, 4, 7, 6, 4, 5], 4), removed("mississippi", "s")[1]
    ((3, [9, 8, 7, 6, 5]), ['m', 'i', 'i', 'i', 'p', 'p', 'i'])
    """


def case_front_border():
    """`k` may be 0, the whole length, or more than there is.

    >>> taken([1, 2, 3], 0), taken([1, 2, 3], 1), taken([1, 2, 3], 3), taken([1, 2, 3], 8)
    (([], [1, 2, 3]), ([1], [2, 3]), ([1, 2, 3], []), ([1, 2, 3], []))
    >>> taken([], 0), taken([], 2), taken([None, 0, ""], 2)
    (([], []), ([], []), ([None, 0], ['']))
    """


def case_each_compared_once():
    """One comparison for each item is enough.

    >>> comparisons(1000, 4), comparisons(5000, 5000), comparisons(900, 1)
    ((250, 750, 1000), (1, 4999, 5000), (900, 0, 900))
    """


def case_every_second_of_many():
    """Removing one by one shifts the rest each time: go over the list once.

    >>> items = [n % 2 for n in range(500_000)]
    >>> remove_all(items, 1), len(items), items[:2], sum(items)
    (250000, 250000, [0, 0], 0)
    """


def case_all_of_many():
    """A long list of nothing but matches.

    >>> items = ["x"] * 200_000 + ["y"]
    >>> remove_all(items, "x"), items
    (200000, ['y'])
    """


def case_large_front():
    """Taking many items from the front must shift the rest only once.

    >>> items = list(range(300_000))
    >>> front = take_front(items, 200_000)
    >>> len(front), front[-1], len(items), items[0]
    (200000, 199999, 100000, 200000)
    """


def case_random():
    """Some short list ends up wrong.

    >>> for items, k in random_lists(seed, 20): both(items, k)  # doctest: +REFERENCE
    """
