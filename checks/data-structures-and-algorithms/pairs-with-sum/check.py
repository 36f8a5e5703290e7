"""Find all pairs of numbers that add up to a target."""
import random

from answer import pairs


class Number(int):
    """An int that counts what is done with it: hashing, comparing, adding, subtracting."""

    operations = 0


def counted(name):
    operation = getattr(int, name)

    def method(self, *args):
        Number.operations += 1
        return operation(self, *args)

    return method


for operation_name in (
    *("__hash__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"),
    *("__add__", "__radd__", "__sub__", "__rsub__"),
):
    setattr(Number, operation_name, counted(operation_name))


def operations(values, target):
    nums = [Number(value) for value in values]
    Number.operations = 0
    pairs(nums, target)
    return Number.operations


def shuffled(values):
    values = list(values)
    random.Random(7).shuffle(values)
    return values


def small_lists(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.choices(range(-6, 7), k=rng.randrange(12)), rng.randrange(-6, 7)


def growing(size):
    """Every number has a partner, so that the sorted result is as long as the input allows."""
    return pairs, shuffled(range(size)), size - 1


def sample_two_pairs():
    """
    >>> pairs([10, 7, 4, 2, 5], 9)
    [(2, 7), (4, 5)]
    """


def sample_negative_number():
    """
    >>> pairs([5, 8, 1, -3], 5)
    [(-3, 8)]
    """


def case_nothing_to_pair():
    """A pair needs two numbers that add up: without any, the answer is an empty list.

    >>> pairs([], 0), pairs([5], 5), pairs([5], 10), pairs([4, 6], 10)
    ([], [], [], [(4, 6)])
    >>> pairs([1, 2, 3], 100), pairs([2, 4, 6], 7), pairs([3, 3, 3], 7)
    ([], [], [])
    """


def case_each_pair_once():
    """A pair of values is listed once, however often its numbers occur.

    >>> pairs([1, 3, 1, 3, 3], 4)
    [(1, 3)]
    >>> pairs([2, 5, 2, 0, 5, 5, 7], 7)
    [(0, 7), (2, 5)]
    """


def case_smaller_first_and_sorted():
    """Each pair has its smaller number first, and the pairs are sorted.

    >>> pairs([3, 9, 1, 8, 2, 7], 10)
    [(1, 9), (2, 8), (3, 7)]
    >>> pairs([7, -1, 100, 8, -93, 0], 7)
    [(-93, 100), (-1, 8), (0, 7)]
    """


def case_two_copies_make_a_pair():
    """Two copies of a number are two numbers: 4 and 4 make 8.

    >>> pairs([4, 4], 8), pairs([4, 1, 4, 7, 4], 8)
    ([(4, 4)], [(1, 7), (4, 4)])
    """


def case_one_copy_is_not_a_pair():
    """One number cannot be used twice: half of the target must be there in two copies.

    >>> pairs([5, 2, 8], 10), pairs([0, 3, -3], 0)
    ([(2, 8)], [(-3, 3)])
    """


def case_negative_numbers_and_targets():
    """With negative numbers a number above the target can still be part of a pair.

    >>> pairs([-4, 10, -1, 7, 3, -7], 3)
    [(-7, 10), (-4, 7)]
    >>> pairs([-2, -5, 1, -3, 0, -6], -5)
    [(-6, 1), (-5, 0), (-3, -2)]
    """


def case_zero():
    """Zero is a number, and it can be the target.

    >>> pairs([0, 0, 3, -3, 1], 0), pairs([0, 5], 5)
    ([(-3, 3), (0, 0)], [(0, 5)])
    """


def case_first_and_last_number():
    """The number at index 0 counts like any other: test for membership, not for truth.

    >>> pairs([6, 1, 2, 4], 10), pairs([1, 9], 10)
    ([(4, 6)], [(1, 9)])
    """


def case_input_stays_as_it_was():
    """The list belongs to the caller: it must hold the same numbers in the same order afterwards.

    >>> nums = [8, 3, 5, 2, 5]
    >>> found = pairs(nums, 10)
    >>> nums, found
    ([8, 3, 5, 2, 5], [(2, 8), (5, 5)])
    """


def case_number_of_operations():
    """Do not try every number with every other: look up what is missing, or sort first.

    >>> operations(shuffled(range(1000)), 999)          # doctest: +BETWEEN
    (1000, 60000)
    >>> operations(shuffled(range(0, 2000, 2)), 999)    # doctest: +BETWEEN
    (1000, 60000)
    """


def case_hundred_thousand_numbers():
    """A hundred thousand numbers have five billion pairs, too many to look at.

    >>> found = pairs(shuffled(range(-50_000, 50_000)), 7)
    >>> len(found), found[0], found[12_345], found[-1]
    (49996, (-49992, 49999), (-37647, 37654), (3, 4))
    """


def case_hundred_thousand_copies():
    """Many copies of few numbers give few pairs: do not build one for each combination.

    >>> pairs([1, 3, 2] * 33_000, 4)
    [(1, 3), (2, 2)]
    """


def case_random():
    """Your pairs are wrong for some short list: try repeats, zero and negative numbers by hand.

    >>> for nums, target in small_lists(seed, 20): pairs(nums, target)  # doctest: +REFERENCE
    """
