"""An object that is called with numbers and returns their mean so far."""
import random

from answer import RunningMean


class Rounded(RunningMean):
    """Overrides the call and builds on the inherited one."""

    def __call__(self, number):
        return round(super().__call__(number), 1)


def streams(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        yield [chance.choice([0, 1, 0.5, 2.5, 10**6, chance.randint(1, 50)]) for _ in range(12)]


def sample_two_numbers():
    """
    >>> mean = RunningMean()
    >>> mean(10), mean(20)
    (10.0, 15.0)
    """


def sample_count():
    """
    >>> mean = RunningMean()
    >>> mean.count, mean(1), mean(2), mean.count
    (0, 1.0, 1.5, 2)
    """


def case_weights_are_equal():
    """Every number so far has the same weight, zero and negative ones too.

    >>> mean = RunningMean()
    >>> [mean(number) for number in (4, 0, 0, 0, -9, 2.5)]  # doctest: +APPROX
    [4.0, 2.0, 1.3333333333333333, 1.0, -1.0, -0.4166666666666667]
    >>> mean.count
    6
    """


def case_instances_are_independent():
    """Each instance remembers its own numbers.

    >>> first, second = RunningMean(), RunningMean()
    >>> first(10), second(2), first(30), second(4), first(2)
    (10.0, 2.0, 20.0, 3.0, 14.0)
    >>> third = RunningMean()
    >>> first.count, second.count, third.count, third(5)
    (3, 2, 0, 5.0)
    """


def case_goes_where_a_function_goes():
    """`map`, `sorted` and the like call whatever is callable.

    >>> list(map(RunningMean(), [1, 2, 3, 8]))
    [1.0, 1.5, 2.0, 3.5]
    >>> sorted([2, 8, -4], key=RunningMean())
    [2, -4, 8]
    >>> [callable(thing) for thing in (RunningMean, RunningMean(), RunningMean().count)]
    [True, True, False]
    """


def case_class_can_be_extended():
    """A subclass may override the call and use the inherited one.

    >>> mean = Rounded()
    >>> mean(1), mean(1), mean(3), mean.count
    (1.0, 1.0, 1.7, 3)
    >>> type(mean).__mro__[1].__name__
    'RunningMean'
    """


def case_refused_number_changes_nothing():
    """What cannot be added raises TypeError, and the mean goes on as if it had not been given.

    >>> mean = RunningMean()
    >>> mean(8)
    8.0
    >>> mean("text")
    Traceback (most recent call last):
    TypeError
    >>> mean(None)
    Traceback (most recent call last):
    TypeError
    >>> mean.count, mean(2), mean.count
    (1, 5.0, 2)
    """


def case_long_stream():
    """A hundred thousand calls must not get slower one by one.

    >>> mean = RunningMean()
    >>> for number in range(100_000): last = mean(number)
    >>> last, mean.count  # doctest: +APPROX
    (49999.5, 100000)
    """


def case_random():
    """The means of some stream are wrong: compare with the sum divided by the count.

    >>> for row in streams(seed, 20): list(map(RunningMean(), row))  # doctest: +REFERENCE, +APPROX
    """
