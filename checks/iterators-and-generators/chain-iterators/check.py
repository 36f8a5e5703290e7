"""Chain iterables by hand."""
import ast
import itertools
import random

from answer import chain, chain_from


class Part:
    """An iterable that notes when it is opened and when its items are taken."""

    def __init__(self, name, size, log):
        self.name, self.size, self.log = name, size, log

    def __iter__(self):
        self.log.append(f"open {self.name}")
        return self.items()

    def items(self):
        for number in range(1, self.size + 1):
            self.log.append(f"{self.name}{number}")
            yield number


def parts(names, log):
    """Give a part of two items for each name, and note when it is taken."""
    for name in names:
        log.append(f"take {name}")
        yield Part(name, 2, log)


def first_of(iterable, count=20):
    return list(itertools.islice(iterable, count))


def both(lists):
    """The chained items from both functions, one by one."""
    return first_of(chain(*lists), 99), first_of(chain_from(iter(lists)), 99)


def random_lists(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield [rng.choices(range(10), k=rng.randrange(4)) for _ in range(rng.randrange(6))]


def imported(tree):
    """What a program imports, other than for type hints."""
    modules = [
        getattr(node, "module", None) or node.names[0].name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    return [name for name in modules if name not in ("__future__", "typing", "collections.abc")]


def sample_chain():
    """
    >>> list(chain([1, 2], "ab", (3,)))
    [1, 2, 'a', 'b', 3]
    """


def sample_chain_from():
    """
    >>> list(chain_from([[1, 2], [3]])), list(chain_from(["ab", "c"]))
    ([1, 2, 3], ['a', 'b', 'c'])
    """


def case_mixed_kinds():
    """Whatever can be iterated over can be chained.

    >>> first_of(chain(range(2), {"k": 0}, (n * n for n in (3, 4)), b"a", iter([None])))
    [0, 1, 'k', 9, 16, 97, None]
    >>> first_of(chain_from(range(n) for n in (2, 0, 3))), first_of(chain_from({"ab": 1, "c": 2}))
    ([0, 1, 0, 1, 2], ['a', 'b', 'c'])
    """


def case_empty_ones():
    """Empty iterables give nothing, and neither does no iterable at all.

    >>> first_of(chain()), first_of(chain([], "", ())), first_of(chain([], [1], [], [2], []))
    ([], [], [1, 2])
    >>> first_of(chain_from([])), first_of(chain_from(iter([[], [5]])))
    ([], [5])
    """


def case_one_level_only():
    """Only one level is opened: a list or a string among the items is an item.

    >>> first_of(chain([[1, [2]], "ab"], ["cd"])), first_of(chain("ab", [("x", "y")]))
    ([[1, [2]], 'ab', 'cd'], ['a', 'b', ('x', 'y')])
    >>> first_of(chain_from([["ab", [3]], [(4,)]]))
    ['ab', [3], (4,)]
    """


def case_used_up_iterator():
    """An iterator goes on where it is, and what it has given is gone.

    >>> numbers = iter([1, 2, 3, 4])
    >>> chained = chain(numbers, ["then"], numbers)
    >>> next(numbers), next(chained), next(chained), first_of(chained), first_of(chained)
    (1, 2, 3, [4, 'then'], [])
    """


def case_items_when_asked():
    """One item is asked for, one is taken.

    >>> log = []
    >>> chained = chain(Part("a", 3, log), Part("b", 1, log))
    >>> [len(log), next(chained), list(log), next(chained), list(log)]
    [0, 1, ['open a', 'a1'], 2, ['open a', 'a1', 'a2']]
    """


def case_opened_in_turn():
    """An iterable is opened when the one before it is finished, not earlier.

    >>> log = []
    >>> first_of(chain(Part("a", 2, log), Part("b", 1, log), Part("c", 1, log))), " ".join(log)
    ([1, 2, 1, 1], 'open a a1 a2 open b b1 open c c1')
    """


def case_outer_taken_in_turn():
    """The outer iterable is asked for its next part when the present one is finished.

    >>> log = []
    >>> chained = chain_from(parts("ab", log))
    >>> [len(log), next(chained), next(chained), " ".join(log)]
    [0, 1, 2, 'take a open a a1 a2']
    >>> first_of(chained), " ".join(log)
    ([1, 2], 'take a open a a1 a2 take b open b b1 b2')
    """


def case_endless():
    """Each iterable may be endless, and the outer one too.

    >>> first_of(chain([0], itertools.count(5), "never"), 4)
    [0, 5, 6, 7]
    >>> first_of(chain_from([n, -n] for n in itertools.count(1)), 5)
    [1, -1, 2, -2, 3]
    """


def case_not_iterable():
    """What cannot be iterated over is a TypeError when its turn comes, not before.

    >>> chained = chain("ab", 7, "c")
    >>> next(chained), next(chained)
    ('a', 'b')
    >>> next(chained)
    Traceback (most recent call last):
    TypeError
    """


def case_many_parts():
    """Many parts must not cost more than their items.

    >>> sum(chain_from([n] for n in range(100_000))), sum(chain(*[[1, 2]] * 50_000))
    (4999950000, 150000)
    """


def case_random():
    """Some lists are chained wrongly.

    >>> for lists in random_lists(seed, 20): both(lists)  # doctest: +REFERENCE
    """


def source_by_hand():
    """Write it yourself, without any library.

    >>> imported(tree)
    []
    """
