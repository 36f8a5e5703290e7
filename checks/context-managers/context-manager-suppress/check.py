"""Suppress exceptions with a class."""
import ast
import random

from answer import suppress

ERRORS = [
    *(ValueError, UnicodeError, LookupError, KeyError, IndexError, OSError, FileNotFoundError),
    *(ConnectionError, ArithmeticError, ZeroDivisionError, Exception, KeyboardInterrupt),
]


def shown(error):
    """Return class and arguments of an exception, or None."""
    return error if error is None else (type(error).__name__, error.args)


def block(guard, error=None):
    """Raise in a guarded block; return how it ended, and what is in `caught`."""
    ended = "never entered"
    try:
        with guard:
            ended = "skipped"
            if error is not None:
                raise error
            ended = "completed"
    except BaseException as raised:  # noqa: BLE001
        ended = type(raised).__name__, raised.args, raised is error
    return ended, shown(guard.caught)


def steps(guard, values):
    """Divide by each value in one guarded block; return the results so far, and what came after."""
    results = []
    with guard:
        for value in values:
            results.append(12 // value)
        results.append("end of the block")
    results.append("after the block")
    return results


def inner_and_outer(error):
    outer, inner = suppress(LookupError, OSError), suppress(KeyError)
    log = []
    with outer:
        with inner:
            log.append("inside")
            raise error
        log.append("after inner")
    log.append("after outer")
    return log, shown(inner.caught), shown(outer.caught)


def draws(seed, count):
    """Yield classes to suppress, and exceptions to raise one after the other."""
    chance = random.Random(seed)
    for _ in range(count):
        raised = [chance.choice([None, *ERRORS]) for _ in range(3)]
        yield chance.sample(ERRORS, k=chance.randrange(4)), raised


def series(classes, raised):
    guard = suppress(*classes)
    return [block(guard, kind and kind(number)) for number, kind in enumerate(raised)]


def imported(tree):
    """Return the modules that the answer imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module)
    return sorted(found)


def sample_suppressed():
    """
    >>> with suppress(ZeroDivisionError) as guard:
    ...     1 / 0
    >>> type(guard.caught).__name__
    'ZeroDivisionError'
    """


def sample_other_error():
    """
    >>> with suppress(ZeroDivisionError):
    ...     int("one")
    Traceback (most recent call last):
    ValueError
    """


def case_no_error():
    """A block without an exception just ends, and nothing is caught.

    >>> block(suppress(ValueError)), block(suppress(Exception, KeyboardInterrupt))
    (('completed', None), ('completed', None))
    >>> suppress(KeyError).caught
    """


def case_subclasses():
    """An exception of a subclass fits, as in an `except` clause; one of a parent class does not.

    >>> block(suppress(OSError), FileNotFoundError(2)), block(suppress(LookupError), KeyError("k"))
    (('skipped', ('FileNotFoundError', (2,))), ('skipped', ('KeyError', ('k',))))
    >>> block(suppress(FileNotFoundError), OSError(5))
    (('OSError', (5,), True), None)
    """


def case_several_classes():
    """Each of the given classes counts, wherever it stands in the list.

    >>> guard = suppress(KeyError, ZeroDivisionError, OSError)
    >>> [block(guard, error(1))[0] for error in (OSError, KeyError, ZeroDivisionError, IndexError)]
    ['skipped', 'skipped', 'skipped', ('IndexError', (1,), True)]
    """


def case_no_classes():
    """Without classes nothing is suppressed.

    >>> block(suppress(), ValueError(3)), block(suppress())
    ((('ValueError', (3,), True), None), ('completed', None))
    """


def case_other_errors_pass():
    """What was not listed goes on, the same exception, and is not in `caught`.

    >>> block(suppress(KeyError), ValueError("no"))
    (('ValueError', ('no',), True), None)
    >>> block(suppress(OSError), StopIteration(7)), block(suppress(KeyError), TypeError())
    ((('StopIteration', (7,), True), None), (('TypeError', (), True), None))
    """


def case_base_exceptions():
    """KeyboardInterrupt and SystemExit are no Exception: they pass unless somebody lists them.

    >>> block(suppress(Exception), KeyboardInterrupt()), block(suppress(Exception), SystemExit(1))
    ((('KeyboardInterrupt', (), True), None), (('SystemExit', (1,), True), None))
    >>> block(suppress(KeyboardInterrupt), KeyboardInterrupt("now"))
    ('skipped', ('KeyboardInterrupt', ('now',)))
    """


def case_caught():
    """`caught` is the exception itself, and the name after `as` is the manager.

    >>> guard = suppress(ValueError)
    >>> with guard as target:
    ...     raise ValueError("a", 2)
    >>> shown(target.caught), target is guard
    (('ValueError', ('a', 2)), True)
    >>> str(guard.caught), guard.caught.__traceback__ is None
    ("('a', 2)", False)
    """


def case_rest_of_the_block():
    """The first suppressed exception ends the block; the program goes on after it.

    >>> steps(suppress(ZeroDivisionError), [1, 3, 0, 4]), steps(suppress(ZeroDivisionError), [6])
    ([12, 4, 'after the block'], [2, 'end of the block', 'after the block'])
    """


def case_used_again():
    """One manager guards many blocks, and `caught` tells about the last one.

    >>> guard = suppress(KeyError)
    >>> block(guard, KeyError(1)), block(guard), block(guard, KeyError(2))
    (('skipped', ('KeyError', (1,))), ('completed', None), ('skipped', ('KeyError', (2,))))
    >>> block(guard, ValueError(3)), block(guard, KeyError(4))[1]
    ((('ValueError', (3,), True), None), ('KeyError', (4,)))
    >>> with guard:
    ...     during = guard.caught
    >>> during
    """


def case_nested():
    """The inner manager is asked first; what it lets pass is a matter for the outer one.

    >>> inner_and_outer(KeyError("k"))
    (['inside', 'after inner', 'after outer'], ('KeyError', ('k',)), None)
    >>> inner_and_outer(IndexError(1)), inner_and_outer(TimeoutError())[0]
    ((['inside', 'after outer'], None, ('IndexError', (1,))), ['inside', 'after outer'])
    """


def case_random():
    """For some classes the wrong exceptions are suppressed, or `caught` is wrong.

    >>> for classes, raised in draws(seed, 25): series(classes, raised)  # doctest: +REFERENCE
    """


def source_by_hand():
    """You were asked to write it, so do not import it.

    >>> "contextlib" if "contextlib" in imported(tree) else "by hand"
    'by hand'
    """
