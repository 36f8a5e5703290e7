"""The most called functions of a run."""
import random
import sys

from answer import hot

runs = []


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def descend(n):
    return descend(n - 1) if n else 0


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def apple():
    return len("apple")


def berry():
    return apple()


def cherry():
    return [abs(n) for n in range(3)], sorted([2, 1], key=lambda n: -n)


class Basket:
    def __init__(self):
        self.items = []

    def fill(self, count):
        for item in range(count):
            self.put(item)

    def put(self, item):
        self.items.append(item)


class Shelf:
    def put(self, item):
        return item


def calling(*names):
    """A function that calls those of these names in this order."""

    def work():
        for name in names:
            globals()[name]()

    return work


def fill_both():
    Basket().fill(4)
    Shelf().put(1)
    Shelf().put(2)


def fails_late():
    runs.append("started")
    apple()
    fib(3)
    raise LookupError


def interrupted():
    apple()
    raise KeyboardInterrupt


def top(function, n=9):
    return hot(function, n)


def profiler_state():
    """Whether some profiler is active in this thread."""
    monitoring = getattr(sys, "monitoring", None)
    tool = monitoring and monitoring.get_tool(monitoring.PROFILER_ID)
    return "on" if sys.getprofile() or tool else "off"


def random_calls(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        names = rng.choices(["apple", "berry", "cherry"], k=rng.randrange(9))
        yield calling(*names), rng.randrange(1, 5)


def sample_two_functions():
    """
    >>> def tick():
    ...     pass
    >>> def clock():
    ...     for _ in range(3):
    ...         tick()
    >>> hot(clock, 2)
    [('tick', 3), ('clock', 1)]
    """


def sample_recursion():
    """
    >>> def countdown(n=4):
    ...     return countdown(n - 1) if n else "done"
    >>> hot(countdown, 1)
    [('countdown', 5)]
    """


def case_every_recursive_call():
    """Every call counts, also those that a function makes to itself.

    >>> def work():
    ...     fib(6), descend(9), even(7)
    >>> hot(work, 9)
    [('fib', 25), ('descend', 10), ('even', 4), ('odd', 4), ('work', 1)]
    """


def case_names_in_brackets_are_left_out():
    """Built-ins, lambdas and comprehensions have no name of their own and are left out.

    >>> hot(calling("cherry", "apple", "cherry"), 9)
    [('cherry', 2), ('apple', 1), ('work', 1)]
    >>> hot(lambda: apple(), 9), hot(lambda: [len("x") for _ in range(9)], 9), hot(int, 3)
    ([('apple', 1)], [], [])
    """


def case_same_name_adds_up():
    """Functions of the same name are counted together.

    >>> hot(fill_both, 9)
    [('put', 6), ('__init__', 1), ('fill', 1), ('fill_both', 1)]
    """


def case_ties_by_name():
    """Equally many calls: then by name.

    >>> hot(calling("cherry", "berry"), 9)
    [('apple', 1), ('berry', 1), ('cherry', 1), ('work', 1)]
    >>> hot(calling("cherry", "berry", "cherry", "apple"), 2)
    [('apple', 2), ('cherry', 2)]
    """


def case_fewer_than_asked():
    """Never more than `n`, and no filling up.

    >>> hot(apple, 5), hot(berry, 1), hot(berry, 0), hot(calling(), 3)
    ([('apple', 1)], [('apple', 1)], [], [('work', 1)])
    """


def case_failing_function():
    """If the function raises, what it called until then is reported.

    >>> hot(fails_late, 9)
    [('fib', 5), ('apple', 1), ('fails_late', 1)]
    >>> hot(calling("apple", "fails_late", "berry"), 2)
    [('fib', 5), ('apple', 2)]
    """


def case_profiler_is_off():
    """Whatever happens, no profiler is active when `hot` is done.

    >>> hot(apple, 1), profiler_state(), hot(fails_late, 1), profiler_state()
    ([('apple', 1)], 'off', [('fib', 5)], 'off')
    >>> hot(interrupted, 1)
    Traceback (most recent call last):
    KeyboardInterrupt
    >>> profiler_state(), hot(berry, 2)
    ('off', [('apple', 1), ('berry', 1)])
    """


def case_runs_it_once():
    """The function is run once for each call of `hot`, and each profile starts at zero.

    >>> runs.clear()
    >>> [hot(fails_late, 2), list(runs), hot(fails_late, 2), list(runs)]
    [[('fib', 5), ('apple', 1)], ['started'], [('fib', 5), ('apple', 1)], ['started', 'started']]
    """


def case_methods():
    """Methods are functions with a name.

    >>> hot(Basket, 3)
    [('__init__', 1)]
    >>> basket = Basket()
    >>> def fill():
    ...     basket.fill(2)
    >>> hot(fill, 3)
    [('fill', 2), ('put', 2)]
    """


def case_random():
    """Some mixture of calls is counted wrongly.

    >>> for function, n in random_calls(seed, 20): top(function, n)  # doctest: +REFERENCE
    """
