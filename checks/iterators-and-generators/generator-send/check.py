"""A generator that is fed by send."""
import ast
import inspect
import random

from answer import averager, means


def answers(messages):
    """Start an averager and send it the messages; return its answers."""
    running = averager()
    next(running)
    return [running.send(message) for message in messages]


def state(generator):
    return inspect.getgeneratorstate(generator)


def listed(numbers):
    return means(numbers), list(numbers)


def after_many(count):
    running = averager()
    next(running)
    for number in range(count):
        answer = running.send(number)
    return answer


def random_messages(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.choices([None, 0, *range(-9, 10)], k=rng.randrange(1, 12))


def random_numbers(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield rng.choices(range(-50, 50), k=rng.randrange(12))


def methods_used(tree):
    """Of the methods of a generator, the names of those that a program uses."""
    used = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return sorted(used & {"send"})


def sample_running_mean():
    """
    >>> running = averager()
    >>> next(running)
    >>> running.send(10), running.send(20), running.send(3)
    (10.0, 15.0, 11.0)
    """


def sample_means():
    """
    >>> means([4, 8, 3])
    [4.0, 6.0, 5.0]
    """


def case_nothing_sent_yet():
    """Before the first number there is no mean, however often one asks.

    >>> running = averager()
    >>> [next(running), running.send(None), next(running), running.send(6)]
    [None, None, None, 6.0]
    """


def case_must_be_started():
    """A generator that has not been started cannot take a number: that is a TypeError.

    >>> inspect.isgeneratorfunction(averager), state(averager())
    (True, 'GEN_CREATED')
    >>> averager().send(5)
    Traceback (most recent call last):
    TypeError
    """


def case_next_asks_again():
    """`next` sends None, which is no number: the mean stays as it is.

    >>> answers([10, None, 20, None, None, 60])  # doctest: +APPROX
    [10.0, 10.0, 15.0, 15.0, 15.0, 30.0]
    >>> running = averager()
    >>> [next(running), running.send(5), next(running), next(running), running.send(6)]
    [None, 5.0, 5.0, 5.0, 5.5]
    """


def case_zero_and_negative():
    """0 is a number like any other, and so is one below it.

    >>> answers([8, 0, 0, 0]), answers([0, 3]), answers([-5, 5, -9])  # doctest: +APPROX
    ([8.0, 4.0, 2.6666666666666665, 2.0], [0.0, 1.5], [-5.0, 0.0, -3.0])
    """


def case_always_a_float():
    """The mean is a float, whatever numbers come in.

    >>> answers([7, 8.5, 2.5, 2])  # doctest: +APPROX
    [7.0, 7.75, 6.0, 5.0]
    """


def case_two_averagers():
    """Each averager has a sum and a count of its own.

    >>> left, right = averager(), averager()
    >>> [next(left), next(right), left.send(10), right.send(1), left.send(30), right.send(2)]
    [None, None, 10.0, 1.0, 20.0, 1.5]
    """


def case_close_ends_it():
    """`close` must work quietly and end the generator.

    >>> running = averager()
    >>> [next(running), running.send(3)]
    [None, 3.0]
    >>> _ = running.close()
    >>> state(running), list(running)
    ('GEN_CLOSED', [])
    >>> running.send(4)
    Traceback (most recent call last):
    StopIteration
    """


def case_means_of_nothing():
    """Without numbers there are no means.

    >>> means([]), means(iter(())), means([0])
    ([], [], [0.0])
    """


def case_means_of_any_iterable():
    """`means` goes over its argument once, and may get any iterable.

    >>> means(n * n for n in range(1, 5)), means((9, 1)), means(range(3, 6))  # doctest: +APPROX
    ([1.0, 2.5, 4.666666666666667, 7.5], [9.0, 5.0], [3.0, 3.5, 4.0])
    """


def case_many_numbers():
    """Each number must be answered in constant time.

    >>> after_many(100_001)  # doctest: +APPROX
    50000.0
    """


def case_random():
    """Some series of numbers, with None in between, is answered wrongly.

    >>> for messages in random_messages(seed, 20): answers(messages)  # doctest: +REFERENCE +APPROX
    >>> for numbers in random_numbers(seed, 10): listed(numbers)  # doctest: +REFERENCE +APPROX
    """


def source_means_sends():
    """`means` should drive the averager by `send`, not compute by itself.

    >>> methods_used(tree)
    ['send']
    """
