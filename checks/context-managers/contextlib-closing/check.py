"""Close things at the end of a block."""
import ast
import random

from answer import closing


class Thing:
    """Something that notes when it is closed."""

    def __init__(self, name, result=None, error=None):
        self.name, self.result, self.error = name, result, error
        self.log = []

    def close(self):
        self.log.append("close " + self.name)
        if self.error is not None:
            raise self.error
        return self.result


class Manager(Thing):
    """A thing that is a context manager already."""

    def __enter__(self):
        self.log.append("enter")
        return "something else"

    def __exit__(self, *details):
        self.log.append("exit")
        return True


def use(thing, error=None):
    """Use a thing for a block that may fail; return the outcome and the log of the thing."""
    try:
        with closing(thing) as target:
            target.log.append("use " + target.name)
            if error is not None:
                raise error
        outcome = "done"
    except BaseException as raised:  # noqa: BLE001
        context = type(raised.__context__).__name__
        outcome = type(raised).__name__, raised.args, context
    return outcome, thing.log


def left_by_return(thing):
    with closing(thing):
        return list(thing.log)


def left_by_break(things):
    for thing in things:
        with closing(thing):
            if thing.name == "b":
                break
    return [thing.log for thing in things]


def first_steps(count):
    """Take some steps of a generator and stop; return what happened, in order."""
    log = []

    def walk():
        try:
            yield from range(100)
        finally:
            log.append("cleaned up")

    with closing(walk()) as steps:
        for number in steps:
            if number == count:
                break
            log.append(number)
    return [*log, "after the block"]


def draws(seed, count):
    """Yield a result of `close`, an error of the block and one of `close`."""
    chance = random.Random(seed)
    for number in range(count):
        yield (
            chance.choice([None, True, False, 1, "closed"]),
            chance.choice([None, KeyError(number), KeyboardInterrupt(number)]),
            chance.choice([None, None, OSError(number)]),
        )


def drawn(result, error, error_of_close):
    return use(Thing(str(result), result, error_of_close), error)


def taken_over(tree):
    """Return what the answer takes from contextlib besides `contextmanager`."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="contextlib", names=names):
                found.update(alias.name for alias in names)
            case ast.Attribute(value=ast.Name(id="contextlib"), attr=name):
                found.add(name)
    return sorted(found & {"closing", "aclosing"})


def sample_closed_afterwards():
    """
    >>> class Door:
    ...     state = "open"
    ...     def close(self):
    ...         self.state = "closed"
    >>> with closing(Door()) as door:
    ...     inside = door.state
    >>> inside, door.state
    ('open', 'closed')
    """


def case_gives_the_thing():
    """The name after `as` is the thing itself, so that one can work with it.

    >>> use(Thing("pipe")), use(Thing("tap"))
    (('done', ['use pipe', 'close pipe']), ('done', ['use tap', 'close tap']))
    """


def case_closed_on_every_way_out():
    """A block that ends by an exception, by `return` or by `break` is left too: close the thing.

    >>> use(Thing("pipe"), ValueError("leak"))[1], use(Thing("tap"), KeyboardInterrupt())[1]
    (['use pipe', 'close pipe'], ['use tap', 'close tap'])
    >>> thing = Thing("a")
    >>> left_by_return(thing), thing.log, left_by_break([Thing("a"), Thing("b"), Thing("c")])
    ([], ['close a'], [['close a'], ['close b'], []])
    """


def case_closed_once():
    """One block closes once, with an error and without.

    >>> thing = Thing("a")
    >>> use(thing)[1].count("close a"), use(thing, ValueError())[1].count("close a")
    (1, 2)
    >>> thing.log
    ['use a', 'close a', 'use a', 'close a']
    """


def case_errors_go_on():
    """The exception of the block is for the caller.

    >>> use(Thing("a"), ValueError("no"))[0], use(Thing("b"), SystemExit(2))[0]
    (('ValueError', ('no',), 'NoneType'), ('SystemExit', (2,), 'NoneType'))
    """


def case_result_of_close_is_ignored():
    """Whatever `close` returns, the exception of the block goes on.

    >>> use(Thing("a", result=True), KeyError("k"))
    (('KeyError', ('k',), 'NoneType'), ['use a', 'close a'])
    >>> use(Thing("b", result="closed"), KeyError("k"))[0], use(Thing("c", result=1))[0]
    (('KeyError', ('k',), 'NoneType'), 'done')
    """


def case_close_fails():
    """If `close` raises, the caller hears of it; the error of the block is its context.

    >>> use(Thing("a", error=OSError("full")))
    (('OSError', ('full',), 'NoneType'), ['use a', 'close a'])
    >>> use(Thing("a", error=OSError("full")), ValueError("no"))
    (('OSError', ('full',), 'ValueError'), ['use a', 'close a'])
    """


def case_generator_is_stopped():
    """A generator has a `close` too: when the block ends, its `finally` runs.

    >>> first_steps(2), first_steps(0)
    ([0, 1, 'cleaned up', 'after the block'], ['cleaned up', 'after the block'])
    """


def case_its_own_protocol_is_left_alone():
    """A thing that is a context manager itself is only closed, neither entered nor left.

    >>> use(Manager("file")), use(Manager("file"), ValueError("no"))[0]
    (('done', ['use file', 'close file']), ('ValueError', ('no',), 'NoneType'))
    """


def case_without_close():
    """A thing without `close` is a mistake: AttributeError.

    >>> with closing(5):
    ...     pass
    Traceback (most recent call last):
    AttributeError
    """


def case_random():
    """With some mixture of results and errors the thing or the exception fares wrongly.

    >>> for mixture in draws(seed, 20): drawn(*mixture)  # doctest: +REFERENCE
    """


def source_by_hand():
    """You were asked to write it, so do not import it.

    >>> taken_over(tree)
    []
    """
