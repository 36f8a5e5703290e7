"""What the methods of built-in types cost. What stands in for one is given the bound method and its object."""
import collections
import functools

from _greenroom_meter import SETS, charge, made, size_of, spread, ticking
from _greenroom_operators import DEQUE


def costing(cost, *names):
    def counted(function, owner, *arguments, **options):
        charge(cost(owner, *arguments, **options))
        return function(*arguments, **options)

    return dict.fromkeys(names, counted)


def fed(function, _, *arguments, **options):
    return function(*map(spread, arguments), **options)


def making(function, _, *arguments, **options):
    return made(function(*arguments, **options))


def joining(function, _, parts):
    return made(function(spread(parts)))


def index_of(function, items, *arguments):
    start = arguments[1] if len(arguments) > 1 else 0
    try:
        found = function(*arguments)
    except ValueError:
        charge(len(items))
        raise
    charge(max(found - start, 0) + 1)
    return found


def streams_of(function, _, streams):
    return ticking(function(ticking(streams)))


def whole(owner, *_, **__):
    return len(owner)


def with_arguments(owner, *others, **__):
    return len(owner) + sum(map(size_of, others))


def smallest(owner, *others):
    return min(map(size_of, (owner, *others)))


def after(items, index, *_):
    """What moves when something comes or goes at an index."""
    return len(range(len(items))[index:]) + 1


def popped(items, index=-1):
    return after(items, index)


def turns(items, count=1):
    return min(abs(count), len(items))


OF_TEXT = {
    **costing(whole, *(name for name in dir(str) + dir(bytes) if not name.startswith("_"))),
    **costing(lambda _, part, *__: size_of(part), "startswith", "endswith"),
    "join": joining,
    "format": making,
}
OF_SET = {
    **costing(whole, "copy", "clear", "difference", "issubset", "intersection_update"),
    **costing(with_arguments, "union", "symmetric_difference", "symmetric_difference_update", "issuperset"),
    **costing(smallest, "intersection", "isdisjoint"),
    **dict.fromkeys(("update", "difference_update"), fed),
}
METHODS = {
    list: {
        **costing(whole, "remove", "count", "reverse", "copy", "clear"), **costing(after, "insert"),
        **costing(popped, "pop"), "index": index_of, "extend": fed,
    },
    tuple: {**costing(whole, "count"), "index": index_of},
    dict: {**costing(whole, "copy", "clear"), "update": fed},
    DEQUE: {
        **costing(whole, "remove", "count", "reverse", "copy", "clear", "insert"), **costing(turns, "rotate"),
        "index": index_of, "extend": fed, "extendleft": fed,
    },
    **dict.fromkeys(SETS, OF_SET), **dict.fromkeys((str, bytes, bytearray), OF_TEXT),
    collections.Counter: {"update": fed, "subtract": fed},
}
CLASS_METHODS = {"fromkeys": fed, "from_iterable": streams_of}


@functools.cache
def method_of(kind, name):
    """What stands in for a method of a built-in type, if its cost grows with anything."""
    return next((METHODS[base][name] for base in kind.__mro__ if name in METHODS.get(base, ())), None)
