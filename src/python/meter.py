"""Count the steps of an answer, up to a budget. What an answer counts is its own claim: nothing is judged by it."""
import collections
import operator
import sys
import types

KEYS, VALUES, ITEMS = type({}.keys()), type({}.values()), type({}.items())
TEXTS = (str, bytes, bytearray)
SETS = (set, frozenset)
# What has a length and is read as a whole, and of it what is made by copying.
SIZED = (list, tuple, dict, range, collections.deque, KEYS, VALUES, ITEMS, *TEXTS, *SETS)
COPIED = {list, tuple, dict, collections.deque, *TEXTS, *SETS}
# Iterators of C code.
STREAMS = (map, filter, zip, enumerate, reversed)

# Deeper than a recursion over the largest size that is counted, 4096, by a few calls for each item.
MOST_CALLS = 20_000
UNBOUNDED = sys.maxsize - 1

# The names of the answer, in which `<tick>` is made new for each count.
spaces = []
most, charged, ticks = 0, 0, iter(())


class Over(BaseException):
    """More steps than are counted."""


def begin(budget):
    """Count from nothing. A tick is C code that is never zero, and raises when the budget is used up."""
    global most, charged, ticks
    most, charged, ticks = budget, 0, iter(range(1, budget + 1))
    for space in spaces:
        space["<tick>"] = ticks.__next__


def charge(steps):
    global charged
    charged += steps
    if charged > most:
        raise Over


def is_over():
    return charged > most or operator.length_hint(ticks) == 0


def measure(growing, size, budget):
    """The steps of the call that the check says for this size, and whether there were more than `budget`."""
    sys.setrecursionlimit(MOST_CALLS)
    begin(UNBOUNDED)
    function, *arguments = growing(size)
    begin(budget)
    try:
        result = function(*arguments)
        if hasattr(type(result), "__next__"):
            for _ in ticking(result):
                pass
    except BaseException:
        # Whatever became of the end of the budget on its way through the answer.
        if not is_over():
            raise
    return most - operator.length_hint(ticks) + charged, is_over()


def ticking(items, weight=1):
    """The same items, each charged when it is taken."""
    for item in items:
        charge(weight)
        yield item


def spread(items):
    """What is read as a whole, charged at once or while it is read."""
    if isinstance(items, SIZED):
        charge(len(items))
    elif hasattr(type(items), "__iter__") and not hasattr(type(items), "keys"):
        return ticking(items)
    return items


def delegate(items):
    """What `yield from` reads. A generator counts itself."""
    return items if isinstance(items, types.GeneratorType) or hasattr(type(items), "send") else ticking(items)


def made(value):
    """A value all of which was copied to make it."""
    if type(value) in COPIED:
        charge(len(value))
    return value


def size_of(value):
    return len(value) if isinstance(value, SIZED) else 1
