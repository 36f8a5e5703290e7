"""Decorate with brackets and without."""
import contextlib
import io
import random

from answer import trace


def traced(function, /, *args, **kwargs):
    """Return the lines that a call printed, and its result or the name of its error."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        try:
            result = function(*args, **kwargs)
        except (ArithmeticError, LookupError, KeyboardInterrupt) as error:
            result = type(error).__name__, error.args
    return out.getvalue().splitlines(), result


def echo(*args, **kwargs):
    return args, kwargs


def divide(a, b):
    return a / b


divide.__doc__ = "Divide two numbers."


def greet(name):
    print("hello", name)
    return 1 / len(name)


def apply(function, value):
    return function(value)


def point():
    class Point:
        def __init__(self, x, y=0):
            self.x, self.y = x, y

        @trace
        def plain(self, factor=2):
            return self.x * factor

        @trace(prefix="* ")
        def moved(self, *, by):
            return self.x + by

    return Point


def forms():
    """Yield the three forms as decorators."""
    yield trace
    yield trace()
    yield trace(prefix="-> ")


def labels(decorated):
    return decorated.__name__, decorated.__doc__, decorated.__wrapped__.__name__


def functions_and_forms(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        prefixes = [chance.choice([None, "", "> ", "call ", 0]) for _ in range(4)]
        calls = chance.choices(range(4), k=6)
        yield prefixes, calls


def printed(prefixes, calls):
    """Decorate a function in several ways and call the results."""
    forms = {None: trace, 0: trace()}
    decorated = [forms.get(prefix, trace(prefix=str(prefix)))(echo) for prefix in prefixes]
    return [traced(decorated[number], place) for place, number in enumerate(calls)]


def sample_plain():
    """
    >>> @trace
    ... def double(n):
    ...     return 2 * n
    >>> print(double(4))
    double
    8
    """


def sample_with_prefix():
    """
    >>> @trace(prefix="> ")
    ... def double(n):
    ...     return 2 * n
    >>> print(double(4))
    > double
    8
    """


def case_plain():
    """Without brackets `trace` receives the function itself.

    >>> traced(trace(divide), 6, 4), traced(trace(echo))
    ((['divide'], 1.5), (['echo'], ((), {})))
    """


def case_empty_brackets():
    """With empty brackets `trace` has no function yet: it must return something that decorates.

    >>> traced(trace()(divide), 6, b=4), traced(trace()(len), "abc")
    ((['divide'], 1.5), (['len'], 3))
    """


def case_empty_prefix():
    """A prefix that is empty or looks false is still a prefix, and the form with keywords.

    >>> traced(trace(prefix="")(echo), 1), traced(trace(prefix=" ")(echo), 2)
    ((['echo'], ((1,), {})), ([' echo'], ((2,), {})))
    """


def case_prefix_by_position():
    """A prefix passed by position is a mistake, and TypeError should say so when decorating.

    >>> trace("> ")
    Traceback (most recent call last):
    TypeError
    >>> trace(echo, "> ")
    Traceback (most recent call last):
    TypeError
    >>> trace("")
    Traceback (most recent call last):
    TypeError
    """


def case_first_argument_is_a_function():
    """What a traced function gets at a call must not be mistaken for something to decorate.

    >>> [traced(decorate(apply), len, "four") for decorate in forms()]
    [(['apply'], 4), (['apply'], 4), (['-> apply'], 4)]
    >>> traced(trace(prefix="1 ")(apply), trace(len), "one"), traced(trace()(echo), 5)
    ((['1 apply', 'len'], 3), (['echo'], ((5,), {})))
    """


def case_keywords_of_any_name():
    """A traced function may have keywords that are called like something of yours.

    >>> [traced(decorate(echo), prefix=1, target=2) for decorate in forms()][1:]
    [(['echo'], ((), {'prefix': 1, 'target': 2})), (['-> echo'], ((), {'prefix': 1, 'target': 2}))]
    >>> traced(trace(echo), prefix="p", args=1, kwargs=2, func=3, name=4)
    (['echo'], ((), {'prefix': 'p', 'args': 1, 'kwargs': 2, 'func': 3, 'name': 4}))
    """


def case_results_and_errors():
    """Results and exceptions belong to the caller, in all three forms.

    >>> [traced(decorate(divide), 1, 0) for decorate in forms()][0]
    (['divide'], ('ZeroDivisionError', ('division by zero',)))
    >>> [traced(decorate({}.__getitem__), "k") for decorate in forms()][2]
    (['-> __getitem__'], ('KeyError', ('k',)))
    >>> [traced(decorate(dict.get), {1: None}, 1) for decorate in forms()][:2]
    [(['get'], None), (['get'], None)]
    """


def case_line_comes_before_the_call():
    """The line is printed before the function runs, so it is there even if the function fails.

    >>> traced(trace(greet), "Ada")[0], traced(trace(prefix="- ")(greet), "")[0]
    (['greet', 'hello Ada'], ['- greet', 'hello '])
    """


def case_name_and_docstring():
    """In every form the decorated function shows the name and docstring of the original.

    >>> [labels(decorate(divide)) for decorate in forms()][0]
    ('divide', 'Divide two numbers.', 'divide')
    >>> [labels(decorate(divide)) for decorate in forms()][1:]
    [('divide', 'Divide two numbers.', 'divide'), ('divide', 'Divide two numbers.', 'divide')]
    """


def case_classes_and_methods():
    """Methods get their instance, and whatever can be called can be traced.

    >>> Point = point()
    >>> spot = Point(5)
    >>> traced(spot.plain), traced(spot.moved, by=3), traced(Point.plain, spot, 4)
    ((['plain'], 10), (['* moved'], 8), (['plain'], 20))
    >>> lines, made = traced(trace(Point), 1, y=2)
    >>> lines, made.x, made.y, traced(trace(prefix="new ")(Point), 3)[0]
    (['Point'], 1, 2, ['new Point'])
    >>> traced(trace(len), [1, 2]), traced(trace()(str.upper), "up")
    ((['len'], 2), (['upper'], 'UP'))
    """


def case_prefixes_do_not_mix():
    """Each decorated function keeps its own prefix, and one decorator can be used twice.

    >>> star, dash = trace(prefix="* "), trace(prefix="- ")
    >>> first, second, third = star(divide), dash(divide), star(echo)
    >>> [traced(function, 4, 2) for function in (first, second, third, trace(divide))]
    [(['* divide'], 2.0), (['- divide'], 2.0), (['* echo'], ((4, 2), {})), (['divide'], 2.0)]
    >>> traced(dash(star(divide)), 9, 3)
    (['- divide', '* divide'], 3.0)
    """


def case_random():
    """Some series of decorated functions prints the wrong lines.

    >>> for drawn in functions_and_forms(seed, 15): printed(*drawn)  # doctest: +REFERENCE
    """
