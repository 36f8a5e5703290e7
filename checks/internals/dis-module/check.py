"""Names that a function reads as globals or built-ins."""
import random

from answer import globals_read

counter = 0
limit = 10
settings = {}


def uses_attributes(path, text):
    return path.join.limit + text.upper().counter + settings.get("limit").count


def uses_locals(len, items):
    limit = items[0]
    for counter in items:
        limit += counter
    return len(limit)


def enclosing(limit):
    settings = []

    def inner(extra):
        nonlocal limit
        limit += extra
        settings.append(limit)
        return max(settings, default=counter)

    return inner


def assigns():
    global counter, limit, settings
    counter = 1
    limit += 1
    del settings


def only_assigns():
    global counter, limit
    counter = 5
    limit = counter_of_nothing = 6
    return counter_of_nothing


def deep():
    def second():
        def third():
            return lambda: sorted(limit for _ in range(3))
        return third
    return second


def comprehensions(rows):
    squares = [abs(x) for x in rows if x < limit]
    table = {str(x): {repr(y) for y in x} for x in rows}
    return squares, table, (hash(z) for z in rows)


def own_default(x=counter, *, y=limit):
    return x + y


def inner_default():
    def helper(x=limit, *, y=len):
        return x, y

    return helper, lambda z=counter: z


def unknown():
    return nobody_defined_this(neither_this.attribute)  # noqa: F821


def explodes():
    raise SystemExit(called.append("explodes"))


called = []


class Account:
    def balance(self, rate):
        return round(self.total * rate, limit) + self.round

    @staticmethod
    def label(total):
        return f"{total:{limit}} {format(total)!r}"


def quiet(a, b=2):
    c = a + b
    return [c, (a, b), "text", None, True]


def names(function):
    return sorted(globals_read(function))


TEMPLATES = (
    "    {0} = {1}",
    "    {0}.{1}()",
    "    {0}({1})",
    "    print(x.{0}, {1})",
    "    x = lambda {0}: {0} + {1}",
    "    x = [{0} for {0} in {1}]",
    "    def inner(x={0}):\n        return {1}, x",
)


def random_functions(seed, count):
    """Functions of random statements over a few names, compiled but never called."""
    rng = random.Random(seed)
    for _ in range(count):
        lines = [
            rng.choice(TEMPLATES).format(*rng.sample(["a", "b", "c", "d", "e"], 2))
            for _ in range(rng.randrange(1, 6))
        ]
        space = {}
        exec("\n".join(["def made(x):", *lines]), space)  # noqa: S102
        yield space["made"]


def sample_global_and_builtin():
    """
    >>> limit = 10
    >>> def clip(numbers):
    ...     return [n for n in sorted(numbers) if n < limit]
    >>> sorted(globals_read(clip))
    ['limit', 'sorted']
    """


def sample_inner_function():
    """
    >>> def outer(text):
    ...     def inner():
    ...         return len(text)
    ...     return inner
    >>> globals_read(outer)
    {'len'}
    """


def case_attributes_are_none():
    """Only the name before the first dot is read as a global; what follows are attributes.

    >>> names(uses_attributes)
    ['settings']
    """


def case_locals_are_none():
    """Parameters and what the function assigns are local, whatever they are called.

    >>> names(uses_locals), names(quiet)
    ([], [])
    """


def case_enclosing_names_are_none():
    """What an inner function takes from the one around it is no global.

    >>> names(enclosing), names(enclosing(1))
    (['counter', 'max'], ['counter', 'max'])
    """


def case_only_assigned():
    """A global that is only assigned or deleted is not read; `+=` reads it.

    >>> names(assigns), names(only_assigns)
    (['limit'], [])
    """


def case_deep_nesting():
    """Functions in functions in functions count, at every depth.

    >>> names(deep), names(deep())
    (['limit', 'range', 'sorted'], ['limit', 'range', 'sorted'])
    """


def case_comprehensions():
    """Comprehensions and generator expressions belong to the function.

    >>> names(comprehensions)
    ['abs', 'hash', 'limit', 'repr', 'str']
    """


def case_default_values():
    """Defaults of the function were evaluated outside; those of inner functions are read inside.

    >>> names(own_default), names(inner_default)
    ([], ['counter', 'len', 'limit'])
    """


def case_names_that_do_not_exist():
    """A name counts whether or not it exists.

    >>> names(unknown)
    ['neither_this', 'nobody_defined_this']
    """


def case_methods_and_lambdas():
    """Methods, bound or not, and lambdas are functions too.

    >>> names(Account.balance), names(Account().balance), names(Account.label)
    (['limit', 'round'], ['limit', 'round'], ['format', 'limit'])
    >>> names(lambda x: (x, counter, zip)), names(lambda: lambda: lambda: limit)
    (['counter', 'zip'], ['limit'])
    """


def case_never_called():
    """The function must not be called.

    >>> called.clear()
    >>> names(explodes), called
    (['SystemExit', 'called'], [])
    """


def case_nothing_read():
    """A function that reads nothing from outside gives an empty set, and each call a new one.

    >>> type(globals_read(quiet)).__name__, len(globals_read(quiet)), len(globals_read(lambda: 1))
    ('set', 0, 0)
    >>> first = globals_read(unknown)
    >>> first.clear(); first.add("x")
    >>> names(unknown), names(quiet)
    (['neither_this', 'nobody_defined_this'], [])
    """


def case_random():
    """Some function of a few statements gives a wrong set.

    >>> for function in random_functions(seed, 30): names(function)  # doctest: +REFERENCE
    """
