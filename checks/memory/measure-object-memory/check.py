"""The size of an object with everything in it."""
import random
from sys import getsizeof

from answer import deep_size


class Weight(int):
    """An int for which `getsizeof` gives exactly that many million bytes."""

    __slots__ = ()
    added = 0

    def __sizeof__(self):
        return int(self) * 1_000_000 - self.added


Weight.added = getsizeof(Weight(1)) - 1_000_000


class Box:
    def __init__(self, **attributes):
        vars(self).update(attributes)


class Slim:
    __slots__ = ("left", "right")


class Slimmer(Slim):
    __slots__ = ["below"]


class Half(Slim):
    """Has slots from its base and a dict of its own."""


class Shelf(list):
    pass


class Table(dict):
    pass


class Heavy:
    """Tracked by the garbage collector, and says that it has no size."""

    def __sizeof__(self):
        return 0


def millions(obj):
    """Return the deep size in millions, which is the sum of the weights inside."""
    return deep_size(obj) // 1_000_000


def rest(obj, *parts):
    """Return what is left of the deep size without some objects' own sizes."""
    return deep_size(obj) - sum(getsizeof(part) for part in parts)


def filled(thing, **attributes):
    for name, value in attributes.items():
        setattr(thing, name, value)
    return thing


def ring(weight):
    """A list, a dict and a box that lead to each other in a circle."""
    items, table = [Weight(weight)], {}
    items.append(table)
    table["box"] = Box(back=items, me=None)
    table["box"].me = table["box"]
    return items


def pile(count):
    return [[Weight(1)] for _ in range(count)]


def nested(depth):
    obj = Weight(3)
    for level in range(depth):
        obj = [obj] if level % 2 else (obj,)
    return obj


def structures(seed, count):
    """Yield structures in which weights are shared at random."""
    chance = random.Random(seed)
    for _ in range(count):
        pool = [Weight(number) for number in (1, 2, 4, 8, 16)]
        for _ in range(8):
            pick = chance.choices(pool, k=2)
            kind = chance.randrange(5)
            pool.append([pick, tuple(pick), {"a": pick[0], Weight(32): pick[1]}, Box(one=pick[0]),
                         filled(Slimmer(), below=pick[1])][kind])
        yield pool[-1]


def sample_list():
    """
    >>> millions([Weight(2), [Weight(3), "text"], ()])
    5
    """


def sample_dict():
    """
    >>> millions({Weight(1): Weight(2), "key": [Weight(4)]})
    7
    """


def case_container_itself():
    """The containers count too, to the byte.

    >>> items, text = [Weight(7)], "x" * 50
    >>> rest(items, items), rest([], []), rest(text, text), rest((text,), (text,), text)
    (7000000, 0, 0, 0)
    >>> inner = [Weight(1), Weight(2)]
    >>> outer = (inner, text)
    >>> rest(outer, outer, inner, text), rest(Weight(5))
    (3000000, 5000000)
    """


def case_sizes_by_getsizeof():
    """The size of each single object is what `sys.getsizeof` says.

    >>> heavy = filled(Heavy(), load=Weight(2))
    >>> rest(heavy, heavy, vars(heavy), "load"), rest(2.5, 2.5), rest(b"ab", b"ab")
    (2000000, 0, 0)
    """


def case_kinds_of_containers():
    """Lists, tuples, sets and frozensets are looked into.

    >>> [millions(kind([Weight(5)])) for kind in (list, tuple, set, frozenset)]
    [5, 5, 5, 5]
    >>> millions([({Weight(1)}, frozenset([(Weight(2),)])), [[[Weight(4)]]]])
    7
    """


def case_dicts():
    """Keys and values of a dict count, also if they are containers themselves.

    >>> millions({Weight(1): None}), millions({"a": Weight(2)})
    (1, 2)
    >>> millions({(Weight(3), 1): {"b": Weight(4)}})
    7
    >>> table = {"key": Weight(1)}
    >>> rest(table, table, "key")
    1000000
    """


def case_shared_objects_once():
    """An object that is reached in several ways counts once.

    >>> heavy, inner = Weight(5), [Weight(6)]
    >>> millions([heavy, heavy, (heavy,)]), millions([inner, inner, {"again": inner}])
    (5, 6)
    >>> millions({heavy: heavy}), millions([Box(load=heavy), Box(load=heavy)])
    (5, 5)
    >>> pair = [inner, inner]
    >>> rest(pair, pair, inner)
    6000000
    """


def case_equal_is_not_the_same():
    """Equal objects that are not the same count each.

    >>> millions([Weight(5), Weight(5), (Weight(5),)]), millions([[Weight(1)], [Weight(1)]])
    (15, 2)
    """


def case_circles():
    """What refers to itself is counted once, and the walk ends.

    >>> millions(ring(9)), millions([ring(2), ring(3)])
    (9, 5)
    >>> items = [Weight(1)]
    >>> items.append(items)
    >>> rest(items, items)
    1000000
    """


def case_every_call_starts_anew():
    """A second call counts everything again.

    >>> items = [Weight(3), [Weight(4)]]
    >>> millions(items), millions(items), millions(items[1])
    (7, 7, 4)
    """


def case_instances():
    """Attributes of an instance count, with the dict that holds them and its keys.

    >>> box = Box(load=Weight(2), inner=Box(load=Weight(3)))
    >>> millions(box), millions(box.inner)
    (5, 3)
    >>> box = Box(a_long_name=Weight(1))
    >>> rest(box, box, vars(box), "a_long_name")
    1000000
    """


def case_slots():
    """Slots count, those of base classes too, as far as they are set.

    >>> millions(filled(Slim(), left=Weight(1), right=[Weight(2)]))
    3
    >>> millions(filled(Slim(), right=Weight(4))), millions(Slimmer())
    (4, 0)
    >>> millions(filled(Slimmer(), left=Weight(1), right=Weight(2), below=Weight(4)))
    7
    >>> millions(filled(Half(), left=Weight(1), other=Weight(8)))
    9
    """


def case_subclasses():
    """Subclasses of containers are containers, and may have attributes; they stay as they are.

    >>> millions(Shelf([Weight(1)])), millions(Table(a=Weight(2))), millions(Table({Weight(4): 0}))
    (1, 2, 4)
    >>> shelf = filled(Shelf([Weight(1)]), owner=Weight(8))
    >>> millions(shelf), len(shelf)
    (9, 1)
    """


def case_texts_are_whole():
    """Texts and bytes are not taken apart.

    >>> text, raw = "word" * 10, b"raw" * 10
    >>> pair, table = [text, raw], {text: raw}
    >>> rest(pair, pair, text, raw), rest(table, table, text, raw), millions([pair, Weight(3)])
    (0, 0, 3)
    """


def case_nothing_is_used_up():
    """Generators and iterators are left as they are.

    >>> numbers, items = (number for number in (1, 2, 3)), iter([4, 5])
    >>> size = deep_size([numbers, items, range(10**9)])
    >>> list(numbers), list(items), rest(range(10**9), range(10**9))
    ([1, 2, 3], [4, 5], 0)
    """


def case_many_objects():
    """Some ten thousand objects, and some hundred levels, are no problem.

    >>> millions(pile(10_000)), millions(nested(250))
    (10000, 3)
    """


def case_random():
    """Some structure with shared parts is counted wrongly.

    >>> for obj in structures(seed, 20): millions(obj)  # doctest: +REFERENCE
    """
