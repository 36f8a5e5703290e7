"""An endless series of delays."""
import inspect
import itertools
import random

from answer import delays


def first_of(count, first, limit):
    return list(itertools.islice(delays(first, limit), count))


def random_series(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.randrange(1, 15), rng.randrange(1, 20), rng.randrange(1, 300)


def state(generator):
    return inspect.getgeneratorstate(generator)


def far_out(number, first, limit):
    """Skip so many values and return the next three."""
    return list(itertools.islice(delays(first, limit), number, number + 3))


def sample_doubling():
    """
    >>> from itertools import islice
    >>> list(islice(delays(1, 60), 5))
    [1, 2, 4, 8, 16]
    """


def sample_limit():
    """
    >>> [delay for delay, attempt in zip(delays(5, 30), range(6))]
    [5, 10, 20, 30, 30, 30]
    """


def case_goes_on_for_ever():
    """There is always another delay.

    >>> first_of(12, 3, 24), first_of(40, 1, 2)[-3:], far_out(2000, 7, 50)
    ([3, 6, 12, 24, 24, 24, 24, 24, 24, 24, 24, 24], [2, 2, 2], [50, 50, 50])
    """


def case_last_step_is_shorter():
    """If twice the delay is above the limit, the limit is next.

    >>> first_of(4, 6, 10), first_of(4, 9, 10), first_of(5, 4, 31), first_of(5, 4, 33)
    ([6, 10, 10, 10], [9, 10, 10, 10], [4, 8, 16, 31, 31], [4, 8, 16, 32, 33])
    """


def case_first_at_or_above_the_limit():
    """No delay is above the limit, the first one neither.

    >>> first_of(3, 10, 10), first_of(3, 11, 10), first_of(3, 900, 2), first_of(2, 1, 1)
    ([10, 10, 10], [10, 10, 10], [2, 2, 2], [1, 1])
    """


def case_limit_is_a_doubling():
    """The limit itself may be reached by doubling.

    >>> first_of(5, 2, 8), first_of(3, 7, 14)
    ([2, 4, 8, 8, 8], [7, 14, 14])
    """


def case_two_series():
    """Each call starts a series of its own.

    >>> left, right = delays(1, 100), delays(10, 50)
    >>> [next(left), next(right), next(left), next(right), next(left), next(right), next(left)]
    [1, 10, 2, 20, 4, 40, 8]
    >>> next(delays(1, 100))
    1
    """


def case_is_an_iterator_that_can_be_closed():
    """It should be a generator, which its caller can close.

    >>> series = delays(2, 9)
    >>> next(series), next(series), type(series).__name__
    (2, 4, 'generator')
    >>> _ = series.close()
    >>> next(series, "closed"), state(series)
    ('closed', 'GEN_CLOSED')
    """


def case_half_a_million():
    """Half a million delays take neither memory nor patience.

    >>> far_out(500_000, 3, 1000)
    [1000, 1000, 1000]
    """


def case_long_doubling():
    """A far limit is still reached step by step.

    >>> [value.bit_length() for value in far_out(3000, 1, 2**3001)]
    [3001, 3002, 3002]
    """


def case_random():
    """Some first delay and limit give a wrong series.

    >>> for arguments in random_series(seed, 20): first_of(*arguments)  # doctest: +REFERENCE
    """
