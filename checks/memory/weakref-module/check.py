"""A bus that does not keep its subscribers alive."""
import gc
import random
import weakref

from answer import Bus


class Window:
    """Notes in a list that all share what it was told."""

    def __init__(self, name, log):
        self.name, self.log = name, log

    def redraw(self, *args):
        self.log.append((self.name, *args))


class Twin(Window):
    """Equal to every other twin, and not hashable."""

    def __eq__(self, other):
        return isinstance(other, Twin)

    __hash__ = None


class Sealed:
    """Has no place for weak references."""

    __slots__ = ("name",)

    def redraw(self, *args):
        raise AssertionError("must not be called")


class Recorder:
    """A callable object; as a container it is always empty, and so counts as false."""

    def __init__(self):
        self.notes = []

    def __call__(self, note):
        self.notes.append(note)

    def __len__(self):
        return 0


class Room:
    """A bus, a log, and windows that are kept alive by name."""

    def __init__(self, *names, kind=Window):
        self.bus = Bus()
        self.log = []
        self.windows = {name: kind(name, self.log) for name in names}
        for window in self.windows.values():
            self.bus.subscribe(window.redraw)

    def told(self, *args):
        """Publish; return what was noted in this round."""
        del self.log[:]
        self.bus.publish(*args)
        return self.log[:]


def names(notes):
    return "".join(note[0] for note in notes)


def references_after(count):
    """Let windows subscribe and all but one die; return how many weak references are left."""
    bus, log = Bus(), []
    survivor = Window("survivor", log)
    gc.collect()
    before = sum(isinstance(obj, weakref.ref) for obj in gc.get_objects())
    for number in range(count):
        window = Window(str(number), log)
        bus.subscribe(window.redraw)
        del window
    bus.subscribe(survivor.redraw)
    bus.publish()
    gc.collect()
    return sum(isinstance(obj, weakref.ref) for obj in gc.get_objects()) - before


def alive_after_death(name):
    """Let one window of a room die; return whether it lives, how many are left, who is told."""
    room = Room(*"abc")
    reference = weakref.ref(room.windows[name])
    room.told("before")
    del room.windows[name]
    return reference() is not None, len(room.bus), names(room.told())


def scripts(seed, count):
    chance = random.Random(seed)
    kinds = ["subscribe", "subscribe", "unsubscribe", "die"]
    for _ in range(count):
        yield [(chance.choice(kinds), chance.choice("abcd")) for _ in range(12)]


def replay(steps):
    """Return who is told after each step."""
    room = Room(*"abcd")
    told = []
    for kind, name in steps:
        if kind == "die":
            room.windows[name] = Window(name, room.log)
        elif kind == "subscribe":
            room.bus.subscribe(room.windows[name].redraw)
        else:
            try:
                room.bus.unsubscribe(room.windows[name].redraw)
            except ValueError:
                told.append("not subscribed")
        told.append(names(room.told()) + str(len(room.bus)))
    return told


def sample_two_windows():
    """
    >>> bus, log = Bus(), []
    >>> left, right = Window("left", log), Window("right", log)
    >>> bus.subscribe(left.redraw)
    >>> bus.subscribe(right.redraw)
    >>> bus.publish("resize")
    >>> bus.unsubscribe(left.redraw)
    >>> bus.publish("close")
    >>> log
    [('left', 'resize'), ('right', 'resize'), ('right', 'close')]
    """


def sample_owner_is_freed():
    """
    >>> bus, log = Bus(), []
    >>> window = Window("window", log)
    >>> bus.subscribe(window.redraw)
    >>> len(bus)
    1
    >>> del window
    >>> bus.publish("resize")
    >>> len(bus), log
    (0, [])
    """


def case_arguments():
    """All arguments of `publish` are handed to every subscriber; it gives nothing back.

    >>> room = Room("a", "b")
    >>> room.told(), room.told(1), room.told(1, [2], None)
    ([('a',), ('b',)], [('a', 1), ('b', 1)], [('a', 1, [2], None), ('b', 1, [2], None)])
    >>> Bus().publish(1), len(Bus())
    (None, 0)
    """


def case_order_and_repetitions():
    """Subscribers are called in order of subscription, and once for each subscription.

    >>> room = Room("b", "a", "c")
    >>> room.bus.subscribe(room.windows["a"].redraw)
    >>> names(room.told()), len(room.bus)
    ('baca', 4)
    >>> room.bus.unsubscribe(room.windows["a"].redraw)
    >>> len(room.bus), sorted(names(room.told()))
    (3, ['a', 'b', 'c'])
    >>> room.bus.unsubscribe(room.windows["a"].redraw)
    >>> names(room.told()), len(room.bus)
    ('bc', 2)
    """


def case_method_stays_while_owner_lives():
    """A subscription holds as long as the owner lives, although nobody keeps the method object.

    >>> room = Room("a")
    >>> collected = gc.collect()
    >>> len(room.bus), names(room.told() + room.told())
    (1, 'aa')
    """


def case_owner_is_not_kept():
    """When the last reference elsewhere is gone, the owner is freed at once, also after a round.

    >>> alive_after_death("a"), alive_after_death("b"), alive_after_death("c")
    ((False, 2, 'bc'), (False, 2, 'ac'), (False, 2, 'ab'))
    """


def case_functions_are_kept():
    """Functions and lambdas stay subscribed until they are unsubscribed.

    >>> bus, log = Bus(), []
    >>> bus.subscribe(lambda *args: log.append(("lambda", *args)))
    >>> callback = lambda *args: log.append(("kept", *args))
    >>> bus.subscribe(callback)
    >>> bus.publish(1)
    >>> bus.unsubscribe(callback)
    >>> bus.publish(2)
    >>> len(bus), log
    (1, [('lambda', 1), ('kept', 1), ('lambda', 2)])
    """


def case_methods_of_builtin_objects():
    """A method of a list is a callable like a function; a class is one too.

    >>> bus, items = Bus(), []
    >>> bus.subscribe(items.append)
    >>> bus.subscribe(str)
    >>> bus.publish("x")
    >>> bus.publish("y")
    >>> items, len(bus)
    (['x', 'y'], 2)
    >>> bus.unsubscribe(items.append)
    >>> bus.publish("z")
    >>> items, len(bus)
    (['x', 'y'], 1)
    """


def case_callback_that_counts_as_false():
    """A callable object is called whatever its truth value is; an empty one counts as false.

    >>> bus, recorder = Bus(), Recorder()
    >>> bus.subscribe(recorder)
    >>> bus.publish("one")
    >>> bus.publish("two")
    >>> recorder.notes, len(bus)
    (['one', 'two'], 1)
    """


def case_unsubscribe():
    """What is not subscribed, or no longer, cannot be unsubscribed: ValueError.

    >>> room, stranger = Room("a", "b"), Window("s", [])
    >>> room.bus.unsubscribe(stranger.redraw)
    Traceback (most recent call last):
    ValueError
    >>> room.bus.unsubscribe(room.windows["b"].redraw)
    >>> room.bus.unsubscribe(room.windows["b"].redraw)
    Traceback (most recent call last):
    ValueError
    >>> room.bus.unsubscribe(print)
    Traceback (most recent call last):
    ValueError
    >>> names(room.told()), len(room.bus)
    ('a', 1)
    """


def case_equal_owners():
    """Owners that are equal are still different subscribers.

    >>> room = Room("a", "b", "c", kind=Twin)
    >>> room.bus.unsubscribe(room.windows["b"].redraw)
    >>> names(room.told()), len(room.bus)
    ('ac', 2)
    >>> room.bus.unsubscribe(room.windows["b"].redraw)
    Traceback (most recent call last):
    ValueError
    >>> room.bus.unsubscribe(room.windows["c"].redraw)
    >>> names(room.told())
    'a'
    """


def case_owners_without_hash():
    """Owners that cannot be hashed can subscribe like others, and die like others.

    >>> room = Room("a", "b", kind=Twin)
    >>> names(room.told()), len(room.bus)
    ('ab', 2)
    >>> del room.windows["a"]
    >>> names(room.told()), len(room.bus)
    ('b', 1)
    """


def case_changes_during_a_round():
    """Whoever subscribes or unsubscribes during a round does not disturb it.

    >>> room = Room("a")
    >>> late = Window("late", room.log)
    >>> room.bus.subscribe(lambda: room.bus.subscribe(late.redraw))
    >>> room.windows["z"] = Window("z", room.log)
    >>> room.bus.subscribe(room.windows["z"].redraw)
    >>> room.told(), room.told()
    ([('a',), ('z',)], [('a',), ('z',), ('late',)])
    >>> room = Room("x")
    >>> once = lambda: (room.log.append(("once",)), room.bus.unsubscribe(once))
    >>> room.bus.subscribe(once)
    >>> room.windows["y"] = Window("y", room.log)
    >>> room.bus.subscribe(room.windows["y"].redraw)
    >>> names(room.told()), names(room.told()), len(room.bus)
    ('xoncey', 'xy', 2)
    """


def case_owner_dies_during_a_round():
    """An owner that dies before its turn is not called: the bus must not have kept it.

    >>> room = Room("a")
    >>> room.bus.subscribe(lambda: room.windows.pop("b", None) and None)
    >>> room.windows["b"] = Window("b", room.log)
    >>> room.bus.subscribe(room.windows["b"].redraw)
    >>> room.windows["c"] = Window("c", room.log)
    >>> room.bus.subscribe(room.windows["c"].redraw)
    >>> names(room.told()), len(room.bus)
    ('ac', 3)
    """


def case_no_weak_reference_possible():
    """An owner without a place for weak references is refused, and nothing is subscribed.

    >>> bus, sealed = Bus(), Sealed()
    >>> bus.subscribe(sealed.redraw)
    Traceback (most recent call last):
    TypeError
    >>> bus.publish(1), len(bus)
    (None, 0)
    """


def case_dead_ones_do_not_pile_up():
    """After two thousand owners have come and gone and a round was published, nothing is left.

    >>> references_after(2000)  # doctest: +BETWEEN
    (1, 6)
    """


def case_random():
    """Some series of subscriptions and deaths goes wrong.

    >>> for steps in scripts(seed, 20): replay(steps)  # doctest: +REFERENCE
    """
