"""Open a number of context managers, all or none."""
import random

from answer import open_all

TROUBLE = {"made": OSError, "entered": PermissionError, "left": ValueError}


class Manager:
    """A manager that notes what happens to it, and has trouble at one point or never."""

    def __init__(self, log, name, trouble=None):
        self.log, self.name, self.trouble = log, name, trouble
        log.append("made " + name)
        self.stumble("made")

    def stumble(self, point):
        if self.trouble == point:
            raise TROUBLE[point](self.name)

    def __enter__(self):
        self.log.append("+" + self.name)
        self.stumble("entered")
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        self.log.append("-" + self.name + (f" {kind.__name__}" if kind else ""))
        self.stumble("left")


def factories(log, names, **trouble):
    """Return a function for each name that makes its manager; e.g. b="entered" gives b trouble."""
    return [lambda name=name: Manager(log, name, trouble.get(name)) for name in names]


def opened(names, **trouble):
    """Open; return the result or the error, and the log without the makings."""
    log = []
    try:
        result = open_all(factories(log, names, **trouble))[0]
    except (OSError, ValueError) as error:
        context = error.__context__
        result = type(error).__name__, error.args, type(context).__name__
    return result, [entry for entry in log if not entry.startswith("made")]


def closed(names, calls=1, **trouble):
    """Open and close; return what closing gave or raised, and what it logged."""
    log = []
    close = open_all(factories(log, names, **trouble))[1]
    del log[:]
    results = []
    for _ in range(calls):
        try:
            results.append(close())
        except ValueError as error:
            results.append((type(error).__name__, error.args))
    return results, log


def one_by_one(log, names, **trouble):
    """Yield factories, and note when each one is asked for."""
    for factory, name in zip(factories(log, names, **trouble), names, strict=True):
        log.append("next " + name)
        yield factory


def plans(seed, count):
    """Yield names and which of them have trouble at which point."""
    chance = random.Random(seed)
    for _ in range(count):
        names = "abcdef"[: chance.randrange(1, 7)]
        points = [None, None, None, "made", "entered", "left"]
        yield names, {name: chance.choice(points) for name in names}


def attempt(names, trouble):
    log = []
    try:
        resources, close = open_all(factories(log, names, **trouble))
        log.append("opened " + "".join(resources))
        close()
    except (OSError, ValueError) as error:
        log.append(f"{type(error).__name__} of {error.args[0]}")
    return log


def sample_open_then_close():
    """
    >>> log = []
    >>> class File:
    ...     def __init__(self, name):
    ...         self.name = name
    ...     def __enter__(self):
    ...         log.append("open " + self.name)
    ...         return self.name.upper()
    ...     def __exit__(self, *details):
    ...         log.append("close " + self.name)
    >>> resources, close = open_all([lambda: File("a"), lambda: File("b")])
    >>> resources, log
    (['A', 'B'], ['open a', 'open b'])
    >>> close()
    >>> log
    ['open a', 'open b', 'close b', 'close a']
    """


def sample_second_fails():
    """
    >>> log = []
    >>> class Noisy:
    ...     def __enter__(self):
    ...         log.append("enter")
    ...     def __exit__(self, kind, error, traceback):
    ...         log.append("exit because of " + kind.__name__)
    >>> open_all([Noisy, lambda: int("three"), Noisy])
    Traceback (most recent call last):
    ValueError
    >>> log
    ['enter', 'exit because of ValueError']
    """


def case_open_until_close():
    """On success nothing is left before the caller asks for it.

    >>> opened("abc"), opened("z")
    ((['A', 'B', 'C'], ['+a', '+b', '+c']), (['Z'], ['+z']))
    """


def case_reverse_order():
    """What was entered last is left first, and nobody hears of an error.

    >>> closed("abcd"), closed("a")
    (([None], ['-d', '-c', '-b', '-a']), ([None], ['-a']))
    """


def case_resources_are_what_entering_gave():
    """A resource is what `__enter__` returned, not the manager.

    >>> opened("xy")[0]
    ['X', 'Y']
    """


def case_close_twice():
    """Each manager is left once, however often `close` is called.

    >>> closed("ab", calls=3)
    ([None, None, None], ['-b', '-a'])
    """


def case_nothing_to_open():
    """No factories give an empty list and a `close` that has nothing to do.

    >>> opened(""), closed("", calls=2)
    (([], []), ([None, None], []))
    """


def case_failure_at_any_place():
    """Whoever fails, first, middle or last, those before it are left and the error goes on.

    >>> opened("abc", a="entered")
    (('PermissionError', ('a',), 'NoneType'), ['+a'])
    >>> opened("abc", a="made")
    (('OSError', ('a',), 'NoneType'), [])
    >>> opened("abcd", c="made")
    (('OSError', ('c',), 'NoneType'), ['+a', '+b', '-b OSError', '-a OSError'])
    >>> opened("abc", c="entered")[1]
    ['+a', '+b', '+c', '-b PermissionError', '-a PermissionError']
    """


def case_told_of_the_error():
    """When opening fails, the open ones hear of the error, as in nested blocks.

    >>> opened("ab", b="made")[1], opened("ab", b="entered")[1][-1]
    (['+a', '-a OSError'], '-a PermissionError')
    """


def case_made_one_after_the_other():
    """A manager is made when those before it have been entered, and none after a failure.

    >>> log = []
    >>> open_all(one_by_one(log, "ab"))[0], log
    (['A', 'B'], ['next a', 'made a', '+a', 'next b', 'made b', '+b'])
    >>> log = []
    >>> open_all(one_by_one(log, "abc", b="made"))
    Traceback (most recent call last):
    OSError
    >>> log
    ['next a', 'made a', '+a', 'next b', 'made b', '-a OSError']
    """


def case_leaving_fails():
    """If leaving one of them fails, the others are left all the same, and the error comes out.

    >>> closed("abc", b="left")
    ([('ValueError', ('b',))], ['-c', '-b', '-a ValueError'])
    >>> closed("abc", 2, c="left", a="left")
    ([('ValueError', ('a',)), None], ['-c', '-b ValueError', '-a ValueError'])
    >>> opened("abc", c="made", b="left")
    (('ValueError', ('b',), 'OSError'), ['+a', '+b', '-b OSError', '-a ValueError'])
    """


def case_two_sets():
    """Two sets of managers are closed independently.

    >>> log = []
    >>> _, close_first = open_all(factories(log, "ab"))
    >>> _, close_second = open_all(factories(log, "yz"))
    >>> log.clear(); close_first(); log.append("between"); close_second()
    >>> log
    ['-b', '-a', 'between', '-z', '-y']
    """


def case_random():
    """With some mixture of troubles something is left open, or left in the wrong order.

    >>> for names, trouble in plans(seed, 30): attempt(names, trouble)  # doctest: +REFERENCE
    """
