"""What the calls of an answer cost that run no Python: sizes of what built-in functions read, move and make."""
import ast
import bisect
import collections
import copy
import functools
import heapq
import itertools
import math
import types

import _greenroom_operators
from _greenroom_meter import (
    SETS, SIZED, STREAMS, UNBOUNDED, begin, charge, delegate, made, size_of, spaces, spread, ticking,
)
from _greenroom_methods import CLASS_METHODS, METHODS, method_of
from _greenroom_operators import DEQUE, shared

# Where the functions of the standard library stand.
LIBRARY = ast.__file__.removesuffix("ast.py")

# Modules whose functions cost nothing that grows, apart from those below.
CHEAP = ("builtins", "math", "operator", "_operator", "sys", "time", "types")

# Functions and methods of the library that do not read their arguments.
FREE = {
    collections.namedtuple, functools.wraps, functools.update_wrapper, functools.lru_cache, functools.cache,
}
FREE_METHODS = {"choice", "randint", "randrange", "uniform"}


def install(space):
    """Give the names of a rewritten answer their meaning."""
    spaces.append(space)
    space.update(_greenroom_operators.NAMES)
    space.update({"<of>": of, "<spread>": spread, "<delegate>": delegate, "<made>": made})
    begin(UNBOUNDED)


# Sorting: the comparisons that are made.


class Key:
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        charge(1 + shared(self.value, other.value))
        return self.value < other.value


def keyed(key):
    if key is None:
        return Key
    key = of(key)
    return lambda item: Key(key(item))


def counted_sorted(items, /, *, key=None, reverse=False):
    return sorted(spread(items), key=keyed(key), reverse=reverse)


# Functions, by what they do with their arguments.


def charged_by(cost, function):
    """Costs what its arguments say."""

    def counted(*arguments, **options):
        charge(cost(*arguments, **options))
        return function(*arguments, **options)

    return counted


def over_all(function):
    """Reads each argument once, in order."""
    return lambda *arguments, **options: function(*map(spread, arguments), **options)


def one_by_one(function):
    """Reads until it knows."""
    return lambda items: function(ticking(items))


def reading(function):
    """Unknown, of the library: reads what has a length."""

    def counted(*arguments, **options):
        charge(sum(len(one) for one in (*arguments, *options.values()) if isinstance(one, SIZED)))
        arguments = [ticking(one) if isinstance(one, STREAMS) else one for one in arguments]
        return function(*arguments, **options)

    return counted


def lazily(function):
    """An iterator over iterators: what it takes and what it gives."""

    def counted(*arguments, **options):
        if callable(options.get("key")):
            options["key"] = of(options["key"])
        arguments = [ticking(one) if hasattr(type(one), "__iter__") else of(one) for one in arguments]
        return ticking(function(*arguments, **options))

    return counted


def best(choose):
    def counted(*arguments, **options):
        if options.get("key") is not None:
            options["key"] = of(options["key"])
        return choose(*(map(spread, arguments) if len(arguments) == 1 else arguments), **options)

    return counted


def counted_sum(items, /, start=0):
    if not isinstance(start, (list, tuple)):
        return sum(spread(items), start)
    for item in items:
        start = start + item
        charge(size_of(start))
    return start


def counted_map(function, *streams):
    return map(of(function), *streams)


def counted_filter(function, items):
    return filter(function and of(function), ticking(items))


def counted_zip(*streams, **options):
    found = zip(*streams, **options)
    return ticking(found, len(streams)) if len(streams) > 3 else found


def counted_reduce(function, items, *first):
    return functools.reduce(of(function), ticking(items), *first)


def default_dict(*arguments, **options):
    return collections.defaultdict(*arguments[:1], *map(spread, arguments[1:]), **options)


def values_inside(value, *_):
    """How many values are inside a value, itself included."""
    waiting, seen, found = [value], set(), 0
    while waiting:
        value = waiting.pop()
        found += 1
        if isinstance(value, (list, tuple, dict, *SETS)) and id(value) not in seen:
            seen.add(id(value))
            waiting.extend(value)
            waiting.extend(value.values() if isinstance(value, dict) else ())
    return found


def levels(items, *_, **__):
    """Of a heap, or of a search that halves."""
    return len(items).bit_length() + 1


def levels_and_shift(items, *_, **__):
    return levels(items) + len(items) // 2


def of_the_best(function):
    def counted(count, items, key=None):
        items = list(spread(items))
        charge(len(items) * max(count, 1).bit_length())
        return function(count, items, key=key and of(key))

    return counted


def counted_merge(*streams, **options):
    return ticking(heapq.merge(*streams, **options), max(len(streams), 1).bit_length())


FUNCTIONS = {
    sorted: counted_sorted, sum: counted_sum, min: best(min), max: best(max), any: one_by_one(any), all: one_by_one(all),
    map: counted_map, filter: counted_filter, zip: counted_zip, functools.reduce: counted_reduce,
    str: lambda *arguments, **options: made(str(*arguments, **options)),
    collections.defaultdict: default_dict, heapq.merge: counted_merge, heapq.heapify: charged_by(len, heapq.heapify),
    copy.deepcopy: charged_by(values_inside, copy.deepcopy), copy.copy: charged_by(size_of, copy.copy),
    heapq.nlargest: of_the_best(heapq.nlargest), heapq.nsmallest: of_the_best(heapq.nsmallest),
}
for function in (heapq.heappush, heapq.heappop, heapq.heapreplace, heapq.heappushpop, bisect.bisect, bisect.bisect_left):
    FUNCTIONS[function] = charged_by(levels, function)
for function in (bisect.insort, bisect.insort_left):
    FUNCTIONS[function] = charged_by(levels_and_shift, function)
for function in (list, tuple, dict, DEQUE, *SETS, bytes, bytearray, collections.Counter, collections.OrderedDict):
    FUNCTIONS[function] = over_all(function)
for function in (math.prod, math.fsum):
    FUNCTIONS[function] = over_all(function)
for name, kind in vars(itertools).items():
    if isinstance(kind, type) and not name.startswith("_") and name not in ("count", "repeat"):
        FUNCTIONS[kind] = lazily(kind)


# Methods that sort: their keys are functions of the answer, so that they stand here.


def sort(function, items, *, key=None, reverse=False):
    charge(len(items))
    function(key=keyed(key), reverse=reverse)


def most_common(function, counter, count=None):
    if count is None:
        return counted_sorted(counter.items(), key=lambda pair: pair[1], reverse=True)
    charge(len(counter) * max(count, 1).bit_length())
    return function(count)


METHODS[list]["sort"] = sort
METHODS[collections.Counter]["most_common"] = most_common


def of(function):
    """What is called in place of a function: itself, or what charges for it first."""
    kind = type(function)
    if kind is types.FunctionType:
        if not function.__code__.co_filename.startswith(LIBRARY) or function in FREE:
            return function
        return FUNCTIONS.get(function) or reading(function)
    if kind is types.MethodType:
        is_library = isinstance(function.__func__, types.FunctionType) and (
            function.__func__.__code__.co_filename.startswith(LIBRARY)
        )
        if not is_library or function.__name__ in FREE_METHODS:
            return function
        counted = method_of(type(function.__self__), function.__name__)
        return functools.partial(counted, function, function.__self__) if counted else reading(function)
    if kind is types.BuiltinFunctionType:
        owner = function.__self__
        if owner is None or isinstance(owner, types.ModuleType):
            return FUNCTIONS.get(function) or (function if function.__module__ in CHEAP else reading(function))
        is_type = isinstance(owner, type)
        counted = CLASS_METHODS.get(function.__name__) if is_type else method_of(type(owner), function.__name__)
        return functools.partial(counted, function, owner) if counted else function
    if kind is types.MethodDescriptorType:
        counted = method_of(function.__objclass__, function.__name__)
        return (lambda owner, *rest, **options: counted(function.__get__(owner), owner, *rest, **options)) if counted else function
    if kind is functools.partial:
        return functools.partial(of(function.func), *function.args, **function.keywords)
    return FUNCTIONS.get(function, function) if isinstance(function, type) else function
