"""What the operators of an answer cost: sizes of values that are joined, copied, compared or searched."""
import collections
import operator

from _greenroom_meter import COPIED, KEYS, SETS, SIZED, STREAMS, TEXTS, VALUES, charge, made, size_of, spread, ticking

DEQUE = collections.deque
SEARCHED = {list.__contains__, tuple.__contains__, DEQUE.__contains__}


def making(operation):
    def compute(left, right):
        value = operation(left, right)
        if type(value) in COPIED:
            charge(len(value))
        return value

    return compute


def of_sets(operation, smaller=False):
    """Both sides are looked at; of an intersection the smaller one."""

    def compute(left, right):
        if isinstance(left, (*SETS, dict, KEYS)) and isinstance(right, (*SETS, dict, KEYS)):
            charge(min(len(left), len(right)) if smaller else len(left) + len(right))
        return operation(left, right)

    return compute


def append(left, right):
    """`x = x + y`: CPython lets a text grow in place, as in `+=`."""
    value = left + right
    charge(size_of(right) if type(value) is str else size_of(value))
    return value


def iadd(left, right):
    if type(left) in (str, list, DEQUE, bytearray):
        return operator.iadd(left, spread(right))
    return made(operator.iadd(left, right))


def right_side(value):
    return spread(value) if isinstance(value, (*SIZED, *STREAMS)) else value


def copied(value):
    """A text or a tuple that became longer and is not the variable of a function."""
    if type(value) in (str, bytes, tuple):
        charge(len(value))


def shared(left, right):
    """How far two values are read until it is known how they compare."""
    kind = type(left)
    if kind is not type(right) or kind not in COPIED:
        return 0
    if kind in (dict, *SETS):
        return min(len(left), len(right))
    steps = 0
    for one, other in zip(left, right):
        steps += 1
        if one is not other and one != other:
            break
        if kind not in TEXTS and type(one) in COPIED:
            steps += shared(one, other)
    return steps


def comparing(operation):
    by_length = operation in (operator.eq, operator.ne)

    def compute(left, right):
        if type(left) in COPIED:
            known = by_length and type(left) is not tuple and size_of(left) != size_of(right)
            charge(1 if known else shared(left, right))
        return operation(left, right)

    return compute


def contains(item, items):
    if isinstance(items, (list, tuple, DEQUE)) and type(items).__contains__ in SEARCHED:
        try:
            charge(items.index(item) + 1)
        except ValueError:
            charge(len(items))
            return False
        return True
    if isinstance(items, TEXTS):
        found = item in items
        charge((items.find(item) if found else len(items)) + 1)
        return found
    if isinstance(items, VALUES):
        charge(len(items))
    elif hasattr(type(items), "__next__"):
        return item in ticking(items)
    return item in items


def part(items, where):
    return made(items[where])


def put(value, items, where):
    """`items[a:b] = value`: what comes, and what moves."""
    if isinstance(items, list):
        value = list(value)
        replaced = range(len(items))[where]
        moved = 0 if len(replaced) == len(value) else len(items) - replaced.start
        charge(max(moved, 0) + len(value))
    items[where] = value


def delete(items, where):
    """`del items[where]`: what goes, and what moves up."""
    if isinstance(items, (list, DEQUE)):
        start = (where.start or 0) if isinstance(where, slice) else where
        charge(len(range(len(items))[start:]) + 1)
    del items[where]


NAMES = {
    "<slice>": slice, "<part>": part, "<put>": put, "<delete>": delete,
    "<append>": append, "<iadd>": iadd, "<right>": right_side, "<copied>": copied,
    "<add>": making(operator.add), "<mul>": making(operator.mul), "<sub>": of_sets(operator.sub),
    "<or>": of_sets(operator.or_), "<and>": of_sets(operator.and_, smaller=True), "<xor>": of_sets(operator.xor),
    "<eq>": comparing(operator.eq), "<ne>": comparing(operator.ne), "<lt>": comparing(operator.lt),
    "<le>": comparing(operator.le), "<gt>": comparing(operator.gt), "<ge>": comparing(operator.ge),
    "<in>": contains, "<not in>": lambda item, items: not contains(item, items),
}
