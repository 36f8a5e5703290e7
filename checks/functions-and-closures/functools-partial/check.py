"""Freeze arguments of a function."""
import ast
import random

from answer import partial


def show(*args, **keywords):
    """Return what arrived, in order."""
    return args, list(keywords.items())


def failing(*args):
    raise LookupError(*args)


class Counter:
    """Something that can be called and counts that."""

    def __init__(self):
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.calls, args


def parts(frozen):
    """Return the three attributes, in a form that can be displayed."""
    return frozen.func.__name__, frozen.args, list(frozen.keywords.items())


def flattened():
    inner = partial(show, 1, 2, a=1, b=2)
    outer = partial(inner, 3, b=20, c=30)
    return inner, outer


def tower(height):
    """Return a partial made of many."""
    frozen = show
    for level in range(height):
        frozen = partial(frozen, level, last=level)
    return frozen


def layers(seed, count):
    """Yield lists of arguments, one for each layer and one for the call."""
    chance = random.Random(seed)
    for _ in range(count):
        yield [
            (
                chance.choices(range(100), k=chance.randrange(3)),
                dict(zip(chance.sample("abcd", k=4), range(chance.randrange(5)), strict=False)),
            )
            for _ in range(chance.randrange(2, 5))
        ]


def stacked(arguments):
    *frozen_arguments, (args, keywords) = arguments
    frozen = show
    for more_args, more_keywords in frozen_arguments:
        frozen = partial(frozen, *more_args, **more_keywords)
    return frozen(*args, **keywords), parts(frozen)


def imported(tree):
    """Return the modules that the answer imports."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module)
    return sorted(found)


def sample_int_of_base_two():
    """
    >>> from_binary = partial(int, base=2)
    >>> from_binary("1010"), from_binary("ff", base=16)
    (10, 255)
    """


def sample_attributes():
    """
    >>> power_of_two = partial(pow, 2)
    >>> power_of_two(5), power_of_two.func.__name__, power_of_two.args, power_of_two.keywords
    (32, 'pow', (2,), {})
    """


def case_frozen_arguments_come_first():
    """Frozen positional arguments come first, then those of the call; either may be missing.

    >>> partial(show, 1, 2)(3, 4), partial(show, 1)(), partial(show)(5, 6)
    (((1, 2, 3, 4), []), ((1,), []), ((5, 6), []))
    >>> partial("{}-{}-{}".format, "a", "b")("c")
    'a-b-c'
    """


def case_keywords_of_the_call_win():
    """A keyword of the call replaces the frozen one and keeps its place; new ones come after it.

    >>> frozen = partial(show, a=1, b=2)
    >>> frozen(), frozen(b=20, c=30)
    (((), [('a', 1), ('b', 2)]), ((), [('a', 1), ('b', 20), ('c', 30)]))
    >>> frozen(7, a=None)
    ((7,), [('a', None), ('b', 2)])
    """


def case_calls_leave_no_trace():
    """What one call brings must be gone at the next, and the attributes stay as they were.

    >>> frozen = partial(show, 1, a=1)
    >>> frozen(2, a=2, b=3), frozen(), parts(frozen)
    (((1, 2), [('a', 2), ('b', 3)]), ((1,), [('a', 1)]), ('show', (1,), [('a', 1)]))
    >>> options = {"a": 1}
    >>> frozen = partial(show, **options)
    >>> options["a"] = 99
    >>> frozen(4), options
    (((4,), [('a', 1)]), {'a': 99})
    """


def case_called_once_for_each_call():
    """Making a partial runs nothing, and each call runs the function once.

    >>> counter = Counter()
    >>> first, second = partial(counter, "x"), partial(counter)
    >>> first.func.calls, first(1), second(2), first(), counter.calls
    (0, (1, ('x', 1)), (2, (2,)), (3, ('x',)), 3)
    """


def case_partial_of_a_partial():
    """A partial of a partial is one flat partial of the function itself.

    >>> inner, outer = flattened()
    >>> parts(outer)
    ('show', (1, 2, 3), [('a', 1), ('b', 20), ('c', 30)])
    >>> outer(4, a=0)
    ((1, 2, 3, 4), [('a', 0), ('b', 20), ('c', 30)])
    """


def case_inner_partial_is_untouched():
    """The partial inside is an object of its own and keeps its arguments.

    >>> inner, outer = flattened()
    >>> outer.keywords["c"] = 31
    >>> parts(inner)
    ('show', (1, 2), [('a', 1), ('b', 2)])
    >>> inner(), outer()
    (((1, 2), [('a', 1), ('b', 2)]), ((1, 2, 3), [('a', 1), ('b', 20), ('c', 31)]))
    """


def case_keywords_called_func_and_self():
    """`func`, `self` and the like may be keywords of the function that is wrapped.

    >>> partial(show, func=1, args=2)(self=3, cls=4, keywords=5)
    ((), [('func', 1), ('args', 2), ('self', 3), ('cls', 4), ('keywords', 5)])
    >>> partial(show, self=1, cls=2)(func=3)
    ((), [('self', 1), ('cls', 2), ('func', 3)])
    """


def case_not_callable():
    """What cannot be called is a TypeError when the partial is made; so is a missing function.

    >>> partial(5, 1)
    Traceback (most recent call last):
    TypeError
    >>> partial()
    Traceback (most recent call last):
    TypeError
    >>> partial(func=print)
    Traceback (most recent call last):
    TypeError
    """


def case_map_and_sort():
    """A partial can be used wherever a function can.

    >>> list(map(partial(pow, 3), [0, 1, 2, 3])), list(filter(partial(max, 2, key=abs), [0, -5]))
    ([1, 3, 9, 27], [0, -5])
    >>> sorted([5, 17, 30, 8], key=partial(divmod, 100)), [partial(pow, n)(2) for n in (5, 6)]
    ([30, 17, 8, 5], [25, 36])
    """


def case_same_objects_and_errors():
    """Arguments are passed on as they are, and what the function raises comes through.

    >>> basket = []
    >>> add = partial(basket.append)
    >>> add(1); add(2)
    >>> basket
    [1, 2]
    >>> box = partial(show, basket)
    >>> basket.append(3)
    >>> box()
    (([1, 2, 3],), [])
    >>> partial(failing, "key")()
    Traceback (most recent call last):
    LookupError
    """


def case_is_a_class():
    """`partial` is a class, and what it makes is an instance of it.

    >>> type(partial).__name__, type(partial(show)).__name__, isinstance(partial(show), partial)
    ('type', 'partial', True)
    """


def case_deep_nesting():
    """A tower of partials is as flat as one, so it must not go down call by call.

    >>> args, keywords = tower(3000)()
    >>> len(args), args[:3], args[-1], keywords
    (3000, (0, 1, 2), 2999, [('last', 2999)])
    """


def case_random():
    """Some stack of partials passes the wrong arguments, or has the wrong attributes.

    >>> for arguments in layers(seed, 20): stacked(arguments)  # doctest: +REFERENCE
    """


def source_no_functools():
    """You were asked to write it, so do not import it.

    >>> "functools" if "functools" in imported(tree) else "by hand"
    'by hand'
    """
