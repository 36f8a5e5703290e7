"""Count the calls of a function in a decorator."""
import random

from answer import count_calls


def add(a, b=1):
    return a + b


add.__doc__ = "Add two numbers."
add = count_calls(add)


@count_calls
def fail(error):
    raise error


@count_calls
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


class Account:
    def __init__(self, balance):
        self.balance = balance

    @count_calls
    def deposit(self, amount=1, *, fee=0):
        self.balance += amount - fee
        return self.balance


def echo(*args, **kwargs):
    return args, kwargs


def outcome(error):
    """Call the failing function; return what came out and the count."""
    try:
        return fail(error), fail.calls
    except (ArithmeticError, LookupError, KeyboardInterrupt) as raised:
        return type(raised).__name__, raised.args, fail.calls


def interleaved(seed, count):
    """Yield series of calls on three functions."""
    chance = random.Random(seed)
    for _ in range(count):
        yield chance.choices(range(3), k=chance.randrange(15))


def counts_after(calls):
    functions = [count_calls(echo) for _ in range(3)]
    results = [functions[number](place) for place, number in enumerate(calls)]
    return [function.calls for function in functions], results


def sample_counts():
    """
    >>> @count_calls
    ... def double(n):
    ...     return 2 * n
    >>> double(4), double(5), double.calls
    (8, 10, 2)
    """


def case_nothing_called_yet():
    """Decorating a function does not call it: its count is 0, and its body has not run.

    >>> ran = []
    >>> decorated = count_calls(ran.append)
    >>> decorated.calls, ran
    (0, [])
    >>> decorated("now"), decorated.calls, ran
    (None, 1, ['now'])
    """


def case_result_passes_through():
    """The caller gets what the function returned, None and False included.

    >>> decorated = count_calls(lambda value: value)
    >>> [decorated(value) for value in (7, None, False, [], "x")], decorated.calls
    ([7, None, False, [], 'x'], 5)
    """


def case_any_arguments():
    """A decorated function takes every argument that it took before, whatever it is called.

    >>> decorated = count_calls(echo)
    >>> decorated(), decorated(1, 2), decorated(3, b=4), decorated(function=5, args=6, self=7)
    (((), {}), ((1, 2), {}), ((3,), {'b': 4}), ((), {'function': 5, 'args': 6, 'self': 7}))
    >>> decorated.calls
    4
    >>> add(1), add(b=2, a=3), add(*[4], **{"b": 5}), add.calls
    (2, 5, 9, 3)
    """


def case_exceptions_count_and_pass():
    """A call that raises is a call, and its exception belongs to the caller.

    >>> outcome(KeyError("k")), outcome(ZeroDivisionError(5)), outcome(KeyboardInterrupt())
    (('KeyError', ('k',), 1), ('ZeroDivisionError', (5,), 2), ('KeyboardInterrupt', (), 3))
    >>> fail()
    Traceback (most recent call last):
    TypeError
    """


def case_functions_count_separately():
    """Each decorated function has a count of its own.

    >>> left, right, again = count_calls(echo), count_calls(len), count_calls(echo)
    >>> left(1); right("abc"); left(2); left(3); again(4)
    ((1,), {})
    3
    ((2,), {})
    ((3,), {})
    ((4,), {})
    >>> left.calls, right.calls, again.calls
    (3, 1, 1)
    >>> twice = count_calls(left)
    >>> twice(9), left(8), twice.calls, left.calls
    (((9,), {}), ((8,), {}), 1, 5)
    """


def case_recursive_calls():
    """A function that calls itself goes through the decorated name each time.

    >>> fibonacci(6), fibonacci.calls
    (8, 25)
    """


def case_methods():
    """A decorated method gets its instance, and the class has one count for all instances.

    >>> first, second = Account(10), Account(20)
    >>> first.deposit(5), second.deposit(fee=3), first.deposit(), Account.deposit(second, 2)
    (15, 18, 16, 20)
    >>> Account.deposit.calls, first.deposit.calls, first.balance, second.balance
    (4, 4, 16, 20)
    """


def case_name_and_docstring():
    """Help and logs should show the function, not the wrapper.

    >>> add.__name__, add.__doc__, add.__module__ == echo.__module__
    ('add', 'Add two numbers.', True)
    >>> Account.deposit.__name__, Account.deposit.__qualname__, fail.__name__, fail.__doc__
    ('deposit', 'Account.deposit', 'fail', None)
    """


def case_random():
    """After some series of calls on three functions a count or a result is wrong.

    >>> for calls in interleaved(seed, 15): counts_after(calls)  # doctest: +REFERENCE
    """
