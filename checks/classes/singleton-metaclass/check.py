"""A metaclass whose classes have one instance each."""
import threading
import time

from answer import Singleton


def make(name="Thing", *bases):
    """Define a class that notes the arguments of each call of its `__init__`."""
    log = []

    def initialise(self, *args, **keywords):
        log.append((*args, *keywords.items()))
        self.given = args

    return Singleton(name, bases, {"__init__": initialise, "log": log})


def failing(times):
    """Define a class whose `__init__` raises as often as told; it notes its calls."""
    log = []

    def initialise(self):
        log.append("call")
        if len(log) <= times:
            raise ValueError("not yet")
        self.number = len(log)

    return Singleton("Failing", (), {"__init__": initialise, "log": log})


def attempt(cls):
    """Return the number of what a call gives, or the name of the exception."""
    try:
        return cls().number
    except ValueError as error:
        return type(error).__name__


def raced(count):
    """Call one class from many threads at once; return the calls of `__init__` and the objects."""
    calls, found = [], []
    start = threading.Barrier(count)

    def initialise(self):
        calls.append(1)
        time.sleep(0.02)
        self.ready = "ready"

    cls = Singleton("Slow", (), {"__init__": initialise})

    def ask():
        start.wait()
        instance = cls()
        found.append((id(instance), instance.ready))

    threads = [threading.Thread(target=ask, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(2)
    return len(calls), len(found), len(set(found)), found[0][1]


def nested():
    """Make a singleton that makes another, which makes a third; do not wait for ever."""
    inner = make("Inner")
    names = []

    def middle_init(self):
        names.append(type(inner()).__name__)

    middle = Singleton("Middle", (), {"__init__": middle_init})

    def outer_init(self):
        names.append(type(middle()).__name__)

    outer = Singleton("Outer", (), {"__init__": outer_init})
    thread = threading.Thread(target=lambda: names.append(type(outer()).__name__), daemon=True)
    thread.start()
    thread.join(1)
    if not thread.is_alive():
        inner()
    return names, len(inner.log)


def sample_made_once():
    """
    >>> class Config(metaclass=Singleton):
    ...     def __init__(self, name): self.name = name
    >>> first, second = Config("first"), Config("second")
    >>> first is second, second.name
    (True, 'first')
    """


def sample_two_classes():
    """
    >>> class Left(metaclass=Singleton): pass
    >>> class Right(metaclass=Singleton): pass
    >>> type(Left()).__name__, type(Right()).__name__, Left() is Left()
    ('Left', 'Right', True)
    """


def case_init_runs_once():
    """`__init__` runs at the first call, with its arguments, and never again.

    >>> thing = make()
    >>> len(thing.log), thing(1, 2, key="a").given, thing(3).given, thing().given, thing.log
    (0, (1, 2), (1, 2), (1, 2), [(1, 2, ('key', 'a'))])
    >>> len({id(thing(number)) for number in range(5)})
    1
    """


def case_classes_are_independent():
    """Each class has an instance of its own, even if two classes have the same name.

    >>> one, two = make("Same"), make("Same")
    >>> one("a").given, two("b").given, one("c").given, two("d").given
    (('a',), ('b',), ('a',), ('b',))
    >>> one.log, two.log, isinstance(one(), two)
    ([('a',)], [('b',)], False)
    """


def case_subclass_has_its_own():
    """A subclass has an instance of its own, whichever class was called first.

    >>> base = make("Base")
    >>> base("first").given
    ('first',)
    >>> child = make("Child", base)
    >>> type(child("second")).__name__, child().given, base().given
    ('Child', ('second',), ('first',))
    >>> parent = make("Parent")
    >>> early = make("Early", parent)
    >>> early(1).given, parent(2).given, type(parent()).__name__, type(early()).__name__
    ((1,), (2,), 'Parent', 'Early')
    """


def case_failing_init():
    """If `__init__` raises, nothing is kept, and the next call tries again.

    >>> cls = failing(2)
    >>> len(cls.log), attempt(cls), attempt(cls), attempt(cls), attempt(cls), cls.log
    (0, 'ValueError', 'ValueError', 3, 3, ['call', 'call', 'call'])
    """


def case_class_as_usual():
    """A class made so is an ordinary class otherwise.

    >>> class Shelf(metaclass=Singleton):
    ...     books = 3
    ...     def add(self, count): return self.books + count
    >>> Shelf().add(4), isinstance(Shelf(), Shelf), type(Shelf).__name__, Shelf.__mro__[-1].__name__
    (7, True, 'Singleton', 'object')
    """


def case_threads():
    """Threads that ask at the same moment get the same finished instance, made once.

    >>> raced(8)
    (1, 8, 1, 'ready')
    """


def case_one_makes_another():
    """A singleton may make others in its `__init__` without waiting for itself.

    >>> nested()
    (['Inner', 'Middle', 'Outer'], 1)
    """
