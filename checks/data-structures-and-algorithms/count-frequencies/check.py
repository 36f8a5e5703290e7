"""Count how often each item occurs, most frequent first."""
import copy
import random

from answer import freq


class Name:
    """Equal names are equal items, and each test for equality is counted."""

    comparisons = 0

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        Name.comparisons += 1
        return isinstance(other, Name) and self.text == other.text

    def __hash__(self):
        return hash(self.text)


def comparisons(texts):
    names = [Name(text) for text in texts]
    Name.comparisons = 0
    freq(names)
    return Name.comparisons


def mixed_lists(seed, count):
    rng = random.Random(seed)
    kinds = [0, 1, 2.5, "a", "b", None, (0, 1), [0], [1, []], {"a": 0}]
    for _ in range(count):
        yield [copy.deepcopy(rng.choice(kinds)) for _ in range(rng.randrange(12))]


def growing(size):
    """Ten different items, so that what is sorted stays small."""
    return freq, random.Random(size).choices("abcdefghij", k=size)


def sample_colours():
    """
    >>> freq(["blue", "red", "green", "red", "blue", "red"])
    [('red', 3), ('blue', 2), ('green', 1)]
    """


def sample_letters():
    """
    >>> freq("level")
    [('l', 2), ('e', 2), ('v', 1)]
    """


def case_empty_and_one_item():
    """No items give an empty list, one item gives one pair.

    >>> freq([]), freq(()), freq([7]), freq("")
    ([], [], [(7, 1)], [])
    """


def case_ties_in_order_of_appearance():
    """Items with the same count stand in the order in which they first appeared.

    >>> freq(["pear", "fig", "apple", "fig", "pear"])
    [('pear', 2), ('fig', 2), ('apple', 1)]
    >>> freq([30, 10, 20]), freq([30, 10, 20, 20, 10])
    ([(30, 1), (10, 1), (20, 1)], [(10, 2), (20, 2), (30, 1)])
    """


def case_items_that_cannot_be_ordered():
    """Items need not be comparable with `<`: order them by count and appearance alone.

    >>> freq([None, "a", 3, "a", None, 2.5])
    [(None, 2), ('a', 2), (3, 1), (2.5, 1)]
    >>> freq([1j, "", 0, 1j, ""])
    [(1j, 2), ('', 2), (0, 1)]
    """


def case_equal_numbers_are_one_item():
    """1, 1.0 and True are equal, so they are one item, shown as it came first; "1" is another.

    >>> freq([1, True, "1", 1.0]), freq([True, 0, 1, False, 0.0])
    ([(1, 3), ('1', 1)], [(0, 3), (True, 2)])
    """


def case_nan_counts_as_itself():
    """A nan is equal to nothing, but the same nan object is the same item, as for a dict.

    >>> nan = float("nan")
    >>> freq([nan, 1, nan])
    [(nan, 2), (1, 1)]
    >>> freq([float("nan"), float("nan")])
    [(nan, 1), (nan, 1)]
    """


def case_generator():
    """The input can be an iterator: it has no length, no `count`, and can be read only once.

    >>> freq(number % 3 for number in range(8))
    [(0, 3), (1, 3), (2, 2)]
    >>> freq(iter([[5], "x", [5]]))
    [([5], 2), ('x', 1)]
    """


def case_lists_as_items():
    """A list cannot be a dict key, but it is an item all the same, and comes back as a list.

    >>> freq([[1, 2], [3], [1, 2]])
    [([1, 2], 2), ([3], 1)]
    >>> freq(["a", ["a"], "b", ["a"], "b", ("a",), {"a"}])
    [(['a'], 2), ('b', 2), ('a', 1), (('a',), 1), ({'a'}, 1)]
    """


def case_unhashable_inside_a_tuple():
    """A tuple that holds a list has no hash either: try, instead of asking for the type.

    >>> freq([(1, [2]), (3,), (1, [2]), (3,), (3,)])
    [((3,), 3), ((1, [2]), 2)]
    """


def case_equal_dicts_as_items():
    """Unhashable items are the same when they are equal, whatever they look like as text.

    >>> freq([{"x": 1, "y": 2}, "other", {"y": 2, "x": 1}])
    [({'x': 1, 'y': 2}, 2), ('other', 1)]
    >>> freq([[1], "[1]", [True], [1.0]])
    [([1], 3), ('[1]', 1)]
    """


def case_input_stays_as_it_was():
    """The list belongs to the caller: it must hold the same items in the same order afterwards.

    >>> items = [3, 1, 3, 2, 1, 3]
    >>> counted = freq(items)
    >>> items, counted
    ([3, 1, 3, 2, 1, 3], [(3, 3), (1, 2), (2, 1)])
    """


def case_number_of_comparisons():
    """Let a hash find the item: do not compare each item with all the others.

    >>> comparisons([str(number) for number in range(500)] * 2)     # doctest: +BETWEEN
    (500, 5000)
    """


def case_two_hundred_thousand_items():
    """With many different items, counting each one anew takes quadratic time.

    >>> counted = freq([*range(100_000), *range(50_000, 150_000)])
    >>> len(counted), counted[0], counted[49_999], counted[50_000], counted[-1]
    (150000, (50000, 2), (99999, 2), (0, 1), (149999, 1))
    """


def case_random():
    """Your counts are wrong for some short list of numbers, strings and lists: try a mixed one.

    >>> for items in mixed_lists(seed, 20): freq(items)     # doctest: +REFERENCE
    """
