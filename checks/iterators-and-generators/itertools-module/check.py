"""Runs, steps and chunks of an iterable."""
import itertools
import random

from answer import chunks, runs, steps


class Watched:
    """An iterator that counts how many items were taken from it."""

    def __init__(self, items):
        self.items = iter(items)
        self.taken = 0

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self.items)
        self.taken += 1
        return item


def taken_after(function, count, *arguments):
    """Ask for so many results; return them and the number of items taken after each."""
    source = Watched(itertools.count(10, 10))
    results = function(source, *arguments)
    before = source.taken
    return [(0, before)] + [(next(results), source.taken) for _ in range(count)]


def first_of(iterable, count=20):
    return list(itertools.islice(iterable, count))


def random_items(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.choices(range(1, 4), k=rng.randrange(14)), rng.randrange(1, 6)


def all_three(items, size):
    return first_of(runs(items)), first_of(steps(iter(items))), first_of(chunks(items, size))


def sample_runs():
    """
    >>> list(runs("aabccc"))
    [('a', 2), ('b', 1), ('c', 3)]
    """


def sample_steps():
    """
    >>> list(steps([3, 5, 4, 4]))
    [2, -1, 0]
    """


def sample_chunks():
    """
    >>> list(chunks("abcde", 2))
    [('a', 'b'), ('c', 'd'), ('e',)]
    """


def case_runs_of_neighbours():
    """An item that comes up again later begins a new run.

    >>> first_of(runs("abbaab")), first_of(runs([3, 1, 3, 3, 2, 1, 1]))
    ([('a', 1), ('b', 2), ('a', 2), ('b', 1)], [(3, 1), (1, 1), (3, 2), (2, 1), (1, 2)])
    """


def case_runs_of_odd_items():
    """Items need not be hashable or sortable, and None and 0 are items like any other.

    >>> first_of(runs([[1], [1], [], None, None, 0, 0, ""]))
    [([1], 2), ([], 1), (None, 2), (0, 2), ('', 1)]
    """


def case_last_run():
    """The last run counts too, also if it is the only one; nothing has no runs.

    >>> first_of(runs("xxxx")), first_of(runs("abb")), first_of(runs([7])), first_of(runs([]))
    ([('x', 4)], [('a', 1), ('b', 2)], [(7, 1)], [])
    """


def case_steps_of_few_numbers():
    """Between n numbers there are n - 1 steps: none for a single number, none for nothing.

    >>> first_of(steps([])), first_of(steps([5])), first_of(steps([5, 0])), list(steps([0, 0, 9]))
    ([], [], [-5], [0, 9])
    """


def case_chunk_sizes():
    """Each chunk is full but the last, and there is no empty one at the end.

    >>> first_of(chunks([1, 2, 3, 4], 2)), first_of(chunks("abc", 1)), first_of(chunks("abc", 3))
    ([(1, 2), (3, 4)], [('a',), ('b',), ('c',)], [('a', 'b', 'c')])
    >>> first_of(chunks("abc", 9)), first_of(chunks([], 3)), first_of(chunks(range(7), 3))
    ([('a', 'b', 'c')], [], [(0, 1, 2), (3, 4, 5), (6,)])
    """


def case_items_stay_as_they_are():
    """None, 0 and the empty string belong into chunks as well.

    >>> first_of(chunks([None, 0, "", None, 0], 2)), first_of(chunks([None], 3))
    ([(None, 0), ('', None), (0,)], [(None,)])
    """


def case_one_pass_over_an_iterator():
    """The input may be an iterator: it has no length and can be gone over only once.

    >>> first_of(runs(x // 2 for x in range(5))), first_of(steps(iter((9, 7, 8))))
    ([(0, 2), (1, 2), (2, 1)], [-2, 1])
    >>> first_of(chunks(map(str, range(5)), 4)), first_of(chunks({1: "a", 2: "b", 3: "c"}, 2))
    ([('0', '1', '2', '3'), ('4',)], [(1, 2), (3,)])
    """


def case_endless_input():
    """The input may have no end, and the first results must come all the same.

    >>> first_of(runs(itertools.cycle("aab")), 3), first_of(steps(itertools.count(1, 3)), 4)
    ([('a', 2), ('b', 1), ('a', 2)], [3, 3, 3, 3])
    >>> first_of(chunks(itertools.count(), 3), 2)
    [(0, 1, 2), (3, 4, 5)]
    """


def case_takes_no_more_than_needed():
    """Take an item only when it is needed: a run needs the next item to know its end.

    >>> taken_after(runs, 3), taken_after(steps, 3)
    ([(0, 0), ((10, 1), 2), ((20, 1), 3), ((30, 1), 4)], [(0, 0), (10, 2), (10, 3), (10, 4)])
    >>> taken_after(chunks, 2, 4), taken_after(chunks, 2, 1)
    ([(0, 0), ((10, 20, 30, 40), 4), ((50, 60, 70, 80), 8)], [(0, 0), ((10,), 1), ((20,), 2)])
    """


def case_long_run():
    """A long run is counted, not stored.

    >>> first_of(runs(itertools.chain(itertools.repeat("x", 300_000), "y")))
    [('x', 300000), ('y', 1)]
    >>> sum(steps(range(200_000))), sum(map(len, chunks(range(200_000), 7)))
    (199999, 200000)
    """


def case_random():
    """One of the three is wrong for some short list.

    >>> for items, size in random_items(seed, 20): all_three(items, size)  # doctest: +REFERENCE
    """
