"""An iterator that counts down."""
import ast
import itertools
import random

from answer import Countdown


def pulled(iterator, times):
    """Ask so many times; note the type of the exception where one is raised."""
    got = []
    for _ in range(times):
        try:
            got.append(next(iterator))
        except StopIteration:
            got.append("StopIteration")
    return got


def after_the_end(countdown, loops):
    """Go over the same countdown again and again, at most five items each time."""
    return [list(itertools.islice(countdown, 5)) for _ in range(loops)]


def counted(arguments):
    return list(Countdown(*arguments))


def random_arguments(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.randrange(-3, 30), rng.randrange(1, 8)


def ready_made(tree):
    """What stands in the program that would do the iterating by itself."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Yield() | ast.YieldFrom():
                found.add("yield")
            case ast.GeneratorExp():
                found.add("generator expression")
            case ast.Name(id="range" | "iter" | "reversed" as name):
                found.add(name)
            case ast.ImportFrom(module="itertools") | ast.alias(name="itertools"):
                found.add("itertools")
    return sorted(found)


def sample_three_numbers():
    """
    >>> [n for n in Countdown(3)]
    [3, 2, 1]
    """


def sample_step():
    """
    >>> list(Countdown(10, 4)), list(Countdown(8, step=4))
    ([10, 6, 2], [8, 4])
    """


def case_next_by_hand():
    """`next` gives one number after the other, then raises StopIteration.

    >>> countdown = Countdown(5, 2)
    >>> next(countdown), next(countdown), next(countdown)
    (5, 3, 1)
    >>> next(countdown)
    Traceback (most recent call last):
    StopIteration
    """


def case_finished_stays_finished():
    """An iterator that has raised StopIteration once must go on raising it.

    >>> pulled(Countdown(2), 5)
    [2, 1, 'StopIteration', 'StopIteration', 'StopIteration']
    >>> countdown = Countdown(4, 3)
    >>> after_the_end(countdown, 3), pulled(countdown, 2)
    ([[4, 1], [], []], ['StopIteration', 'StopIteration'])
    """


def case_iter_gives_itself():
    """`iter` of an iterator gives the same object back, in whatever state it is.

    >>> countdown = Countdown(4)
    >>> first = next(countdown)
    >>> [iter(countdown) is countdown, iter(iter(countdown)) is countdown, next(countdown), first]
    [True, True, 3, 4]
    """


def case_goes_on_where_it_was():
    """A loop over an iterator that was used in part gets the rest, not everything again.

    >>> countdown = Countdown(6)
    >>> next(countdown), next(countdown), list(countdown)
    (6, 5, [4, 3, 2, 1])
    >>> countdown = Countdown(9, 2)
    >>> [(n, next(countdown)) for n in itertools.islice(countdown, 2)], list(countdown)
    ([(9, 7), (5, 3)], [1])
    """


def case_nothing_to_count():
    """Without a positive number to start from there is nothing, and no error.

    >>> list(Countdown(0)), list(Countdown(-2)), list(Countdown(-9, 4)), pulled(Countdown(0), 2)
    ([], [], [], ['StopIteration', 'StopIteration'])
    """


def case_border_at_zero():
    """The last number is the last one above 0, whatever the step.

    >>> list(Countdown(1)), list(Countdown(1, 9)), list(Countdown(6, 3)), list(Countdown(7, 3))
    ([1], [1], [6, 3], [7, 4, 1])
    """


def case_step_must_be_positive():
    """A step that does not count down is refused at once, not at the first `next`.

    >>> list(Countdown(2, 1)), Countdown(3, 0)
    Traceback (most recent call last):
    ValueError
    >>> Countdown(3, -1)
    Traceback (most recent call last):
    ValueError
    """


def case_two_countdowns():
    """Each object keeps its own position.

    >>> left, right = Countdown(3), Countdown(6, 2)
    >>> [(next(left), next(right)) for _ in range(3)]
    [(3, 6), (2, 4), (1, 2)]
    """


def case_other_consumers():
    """Unpacking, `zip`, `sum` and `in` all use the same protocol.

    >>> first, *rest = Countdown(4)
    >>> first, rest, list(zip(Countdown(3), "abc")), sum(Countdown(10))
    (4, [3, 2, 1], [(3, 'a'), (2, 'b'), (1, 'c')], 55)
    >>> countdown = Countdown(5)
    >>> 3 in countdown, list(countdown)
    (True, [2, 1])
    """


def case_large_number():
    """An iterator needs no store of its numbers, so the start may be huge.

    >>> countdown = Countdown(10**12, 7)
    >>> list(itertools.islice(countdown, 3)), sum(itertools.islice(countdown, 1000))
    ([1000000000000, 999999999993, 999999999986], 999999996482500)
    """


def case_random():
    """Some start and step give the wrong numbers.

    >>> for arguments in random_arguments(seed, 20): counted(arguments)  # doctest: +REFERENCE
    """


def source_by_hand():
    """Write the protocol yourself: a generator or `range` would do it for you.

    >>> ready_made(tree)
    []
    """
