"""Sums of a moving window over a stream."""
import itertools
import random

from answer import moving_sums


class Reading(int):
    """An int that counts how many of its kind are alive, and what is computed with them."""

    alive = most = operations = 0

    def __init__(self, *_):
        Reading.alive += 1
        Reading.most = max(Reading.most, Reading.alive)

    def __del__(self):
        Reading.alive -= 1


def counted(name):
    operation = getattr(int, name)

    def method(self, other):
        Reading.operations += 1
        return operation(self, other)

    return method


for operation_name in ("__add__", "__radd__", "__sub__", "__rsub__"):
    setattr(Reading, operation_name, counted(operation_name))


class Stream:
    """An iterator over 1, 2, 3 and so on that counts what was taken."""

    def __init__(self, end=None):
        self.taken, self.end = 0, end

    def __iter__(self):
        return self

    def __next__(self):
        if self.taken == self.end:
            raise StopIteration
        self.taken += 1
        return self.taken


def taken_after(k, sums):
    """Ask for so many sums; return them, with the number of values taken after each."""
    stream = Stream()
    moving = moving_sums(stream, k)
    return [(0, stream.taken)] + [(next(moving), stream.taken) for _ in range(sums)]


def most_alive(count, k):
    """How many readings were alive at the same time."""
    Reading.alive = Reading.most = 0
    for _ in moving_sums(map(Reading, range(count)), k):
        pass
    return Reading.most


def operations(count, k):
    Reading.operations = 0
    for _ in moving_sums(map(Reading, range(count)), k):
        pass
    return Reading.operations


def digest(count, k):
    """A few numbers that depend on all the sums."""
    total = last = number = 0
    for number, last in enumerate(moving_sums((n * n % 1009 for n in range(count)), k), start=1):
        total += number % 97 * last
    return number, last, total


def first_of(iterable, count=20):
    return list(itertools.islice(iterable, count))


def sums(values, k):
    return first_of(moving_sums(values, k))


def random_series(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.choices(range(-9, 10), k=rng.randrange(12)), rng.randrange(1, 6)


def growing(size):
    """Windows of half the stream."""
    return moving_sums, range(size), size // 2


def sample_windows_of_three():
    """
    >>> list(moving_sums([1, 2, 3, 4], 3)), list(moving_sums([5, 1, 1, 7], 2))
    ([6, 9], [6, 2, 8])
    """


def case_window_of_one():
    """A window of one value has that value as its sum.

    >>> first_of(moving_sums([4, -1, 4, 0], 1)), first_of(moving_sums([8], 1))
    ([4, -1, 4, 0], [8])
    """


def case_too_few_values():
    """Only full windows count.

    >>> first_of(moving_sums([], 1)), first_of(moving_sums([1, 2], 3)), first_of(moving_sums([], 9))
    ([], [], [])
    >>> first_of(moving_sums([1, 2, 4], 3)), first_of(moving_sums([1, 2, 4, 8], 3))
    ([7], [7, 14])
    """


def case_negative_and_zero():
    """Values may be negative or zero, and sums too.

    >>> first_of(moving_sums([0, 0, -5, 5, -5, 0], 2)), first_of(moving_sums([-1] * 4, 3))
    ([0, -5, 0, 0, -5], [-3, -3])
    """


def case_one_pass():
    """The values come from any iterable, which can be gone over once.

    >>> first_of(moving_sums((n * n for n in range(6)), 3)), first_of(moving_sums(range(5), 4))
    ([5, 14, 29, 50], [6, 10])
    """


def case_taken_when_needed():
    """A sum is given as soon as its last value is there, before another one is taken.

    >>> taken_after(3, 3), taken_after(1, 2)
    ([(0, 0), (6, 3), (9, 4), (12, 5)], [(0, 0), (1, 1), (2, 2)])
    """


def case_endless_stream():
    """The stream need not end.

    >>> first_of(moving_sums(itertools.cycle([1, 2, 3, 4]), 3), 5)
    [6, 9, 8, 7, 6]
    >>> type(moving_sums(Stream(), 2)).__name__
    'generator'
    """


def case_few_values_alive():
    """Values that have left the window must not stay in memory.

    >>> most_alive(2000, 10)  # doctest: +BETWEEN
    (1, 100)
    >>> most_alive(2000, 500)  # doctest: +BETWEEN
    (1, 600)
    """


def case_number_of_additions():
    """One value comes, one goes: that is two operations, whatever the size of the window.

    >>> operations(3000, 1000)  # doctest: +BETWEEN
    (2000, 9000)
    """


def case_large_window():
    """A window of twenty thousand values must cost no more for each value than a small one.

    >>> digest(60_000, 20_000), digest(60_000, 3)
    ((40001, 10070982, 19343298188393), (59998, 437, 4355892290))
    """


def case_random():
    """Some short series has wrong sums.

    >>> for series in random_series(seed, 20): sums(*series)  # doctest: +REFERENCE
    """
