"""A lazy property that can be dropped."""
import random

from answer import Session


class Factory:
    """Returns the given tokens one by one, raises exceptions among them, counts its calls."""

    def __init__(self, *tokens):
        self.tokens = list(tokens)
        self.calls = 0

    def __call__(self):
        token = self.tokens[self.calls]
        self.calls += 1
        if isinstance(token, Exception):
            raise token
        return token


def drop(session):
    """Drop the token; return the outcome."""
    try:
        del session.token
    except AttributeError:
        return "nothing there"
    return "dropped"


def scripts(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        yield [chance.choice(["read", "read", "drop"]) for _ in range(12)]


def replay(steps):
    factory = Factory(*range(20))
    session = Session(factory)
    gave = [session.token if step == "read" else drop(session) for step in steps]
    return gave, factory.calls


def sample_kept():
    """
    >>> factory = Factory("first", "second")
    >>> session = Session(factory)
    >>> factory.calls, session.token, session.token, factory.calls
    (0, 'first', 'first', 1)
    """


def sample_dropped():
    """
    >>> session = Session(Factory("first", "second"))
    >>> session.token
    'first'
    >>> del session.token
    >>> session.token, session.token
    ('second', 'second')
    """


def case_factory_runs_late():
    """The factory runs when the token is read, not when the session is made or the token dropped.

    >>> factory = Factory("a", "b", "c")
    >>> session = Session(factory)
    >>> factory.calls, session.token, factory.calls
    (0, 'a', 1)
    >>> drop(session), factory.calls, session.token, factory.calls
    ('dropped', 1, 'b', 2)
    >>> drop(session), session.token, session.token, factory.calls
    ('dropped', 'c', 'c', 3)
    """


def case_any_value_is_kept():
    """None, 0 and empty texts are tokens: they must not be made again.

    >>> factory = Factory(None, 0, "", False, [], "last")
    >>> session = Session(factory)
    >>> for _ in range(5): session.token, session.token, factory.calls, drop(session)
    (None, None, 1, 'dropped')
    (0, 0, 2, 'dropped')
    ('', '', 3, 'dropped')
    (False, False, 4, 'dropped')
    ([], [], 5, 'dropped')
    """


def case_nothing_to_drop():
    """Deleting when there is no token raises AttributeError and calls nothing.

    >>> factory = Factory("a", "b")
    >>> session = Session(factory)
    >>> del session.token
    Traceback (most recent call last):
    AttributeError
    >>> session.token, drop(session), drop(session), factory.calls, session.token
    ('a', 'dropped', 'nothing there', 1, 'b')
    """


def case_factory_fails():
    """What the factory raises goes on to the reader; the next read tries again.

    >>> factory = Factory(ValueError("no"), AttributeError("none"), "third time")
    >>> session = Session(factory)
    >>> session.token
    Traceback (most recent call last):
    ValueError
    >>> drop(session)
    'nothing there'
    >>> session.token
    Traceback (most recent call last):
    AttributeError
    >>> factory.calls, session.token, session.token, factory.calls
    (2, 'third time', 'third time', 3)
    """


def case_not_set_from_outside():
    """Assigning to the token is refused, before the first read and after it.

    >>> session = Session(Factory("mine"))
    >>> session.token = "yours"
    Traceback (most recent call last):
    AttributeError
    >>> session.token
    'mine'
    >>> session.token = "yours"
    Traceback (most recent call last):
    AttributeError
    >>> session.token
    'mine'
    """


def case_property_of_the_class():
    """On the class, `token` is the property, before and after a token was dropped.

    >>> session = Session(Factory("a", "b"))
    >>> session.token, drop(session), type(Session.token).__name__
    ('a', 'dropped', 'property')
    """


def case_two_sessions():
    """Each session has a token of its own and drops only that.

    >>> first, second = Session(Factory("a", "b")), Session(Factory("x", "y"))
    >>> first.token, second.token, drop(first), first.token, second.token
    ('a', 'x', 'dropped', 'b', 'x')
    >>> drop(second), second.token, first.token
    ('dropped', 'y', 'b')
    """


def case_random():
    """Some order of reading and dropping goes wrong.

    >>> for steps in scripts(seed, 20): replay(steps)  # doctest: +REFERENCE
    """
