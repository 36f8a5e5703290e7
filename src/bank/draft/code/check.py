"""The largest gap between neighbours."""
import random

from answer import NAME


def random_numbers(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield [rng.randrange(-50, 50) for _ in range(rng.randrange(8))]


def growing(size):
    """Up and down; `check --growth` counts how the work grows with it."""
    return NAME, list(range(size // 2)) + list(range(size // 2, 0, -1))


def sample_rise():
    """
    >>> NAME([3, 9, 7, 4])
    6
    """


def case_a_fall_is_a_gap():
    """A fall is a gap as well as a rise.

    >>> NAME([9, 2, 5]), NAME([0, -4]), NAME([-3, 3, -4])
    (7, 4, 7)
    """


def case_no_neighbours():
    """A list of fewer than two numbers has no gap.

    >>> NAME([]), NAME([5]), NAME([5, 5])
    (0, 0, 0)
    """


def case_list_is_left_alone():
    """The list is the caller's: it stays as it was.

    >>> numbers = [4, 1, 3]
    >>> NAME(numbers), numbers
    (3, [4, 1, 3])
    """


def case_random():
    """Some list of ints has another largest gap.

    >>> for numbers in random_numbers(seed, 40): NAME(numbers)  # doctest: +REFERENCE
    """
