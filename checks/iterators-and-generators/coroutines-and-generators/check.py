"""Run generators in turns."""
import random

from answer import run

log = []


def task(name, steps, value=None, error=None):
    """Note each step, then return the value or raise the error."""
    for step in range(1, steps + 1):
        log.append(f"{name}{step}")
        yield step
    if error:
        raise error
    return value


def noted(*tasks):
    """Run the tasks; return the steps in order, and the results."""
    log.clear()
    results = outcome(tasks)
    return " ".join(log), results


def outcome(tasks):
    """The results of a run, with the names of exceptions in place of the exceptions."""
    return [
        (number, kind, type(value).__name__ if kind == "raised" else value)
        for number, kind, value in run(list(tasks))
    ]


def many(count, steps):
    """Run so many tasks; the odd ones take a step more."""
    results = run([task_without_log(number, steps + number % 2) for number in range(count)])
    return len(results), results[0], results[-1]


def task_without_log(value, steps):
    for _ in range(steps):
        yield
    return value * 10


def random_tasks(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        yield [
            task(name, rng.randrange(5), value, rng.choice([None, None, ValueError(), KeyError()]))
            for value, name in enumerate("abcdef"[: rng.randrange(1, 7)])
        ]


def sample_two_tasks():
    """
    >>> def count(name, steps):
    ...     for step in range(steps):
    ...         print(name, step)
    ...         yield
    ...     return steps * 100
    >>> results = run([count("a", 3), count("b", 1)])  # doctest: +TEXT
    a 0
    b 0
    a 1
    a 2
    >>> results
    [(1, 'returned', 100), (0, 'returned', 300)]
    """


def sample_failing_task():
    """
    >>> def fail():
    ...     yield
    ...     raise ValueError("no luck")
    >>> [(number, kind, value)] = run([fail()])
    >>> number, kind, type(value).__name__, value.args
    (0, 'raised', 'ValueError', ('no luck',))
    """


def case_turns():
    """Each task gets one step, then all the others theirs, before it goes on.

    >>> noted(task("a", 3), task("b", 2), task("c", 4))[0]
    'a1 b1 c1 a2 b2 c2 a3 c3 c4'
    >>> noted(task("a", 1), task("b", 4), task("c", 1), task("d", 2))[0]
    'a1 b1 c1 d1 b2 d2 b3 b4'
    """


def case_order_of_finishing():
    """Who finishes first stands first in the result, whatever the place in the list.

    >>> noted(task("a", 3, "x"), task("b", 1, "y"), task("c", 2, "z"))[1]
    [(1, 'returned', 'y'), (2, 'returned', 'z'), (0, 'returned', 'x')]
    >>> order = noted(task("a", 5), task("b", 4), task("c", 2), task("d", 1))[1]
    >>> [number for number, kind, value in order]
    [3, 2, 1, 0]
    """


def case_return_values():
    """What a task returns is its result, whatever it is.

    >>> noted(task("a", 1, [1, 2]), task("b", 1), task("c", 1, 0))[1]
    [(0, 'returned', [1, 2]), (1, 'returned', None), (2, 'returned', 0)]
    """


def case_task_without_a_turn():
    """A task may finish in its first step, without a single `yield`.

    >>> noted(task("a", 2, 5), task("b", 0, 6), task("c", 0, 7), task("d", 1, 8))
    ('a1 d1 a2', [(1, 'returned', 6), (2, 'returned', 7), (3, 'returned', 8), (0, 'returned', 5)])
    """


def case_no_tasks():
    """Without tasks there is nothing to do, and one task has all turns for itself.

    >>> run([]), noted(task("a", 3, "alone"))
    ([], ('a1 a2 a3', [(0, 'returned', 'alone')]))
    """


def case_one_fails_others_go_on():
    """An exception is the result of the task that raised it, and nobody else notices.

    >>> noted(task("a", 1, error=KeyError()), task("b", 3, 2), task("c", 2, error=OSError()))
    ('a1 b1 c1 b2 c2 b3', [(0, 'raised', 'KeyError'), (2, 'raised', 'OSError'), (1, 'returned', 2)])
    >>> noted(task("a", 0, error=ValueError()), task("b", 1, 4))
    ('b1', [(0, 'raised', 'ValueError'), (1, 'returned', 4)])
    """


def case_stopiteration_inside_a_task():
    """A StopIteration that a task raises by mistake arrives as RuntimeError: it is a failure.

    >>> noted(task("a", 1, error=StopIteration(3)), task("b", 2, 4))[1]
    [(0, 'raised', 'RuntimeError'), (1, 'returned', 4)]
    """


def case_interrupts_end_everything():
    """KeyboardInterrupt and SystemExit must come out of `run`.

    >>> noted(task("a", 1, error=KeyboardInterrupt()), task("b", 3))
    Traceback (most recent call last):
    KeyboardInterrupt
    >>> log
    ['a1', 'b1']
    >>> noted(task("a", 2), task("b", 0, error=SystemExit()))
    Traceback (most recent call last):
    SystemExit
    """


def case_list_is_left_alone():
    """The list of tasks belongs to the caller.

    >>> tasks = [task("a", 2, "x"), task("b", 1, "y")]
    >>> before = list(tasks)
    >>> run(tasks)
    [(1, 'returned', 'y'), (0, 'returned', 'x')]
    >>> len(tasks), [left is right for left, right in zip(tasks, before)]
    (2, [True, True])
    """


def case_many_tasks():
    """With a hundred thousand tasks a turn must still take constant time.

    >>> many(100_000, 1)
    (100000, (0, 'returned', 0), (99999, 'returned', 999990))
    """


def case_long_tasks():
    """A task may take very many steps.

    >>> many(2, 50_000)
    (2, (0, 'returned', 0), (1, 'returned', 10))
    """


def case_random():
    """Some set of tasks is run in a wrong order, or has wrong results.

    >>> for tasks in random_tasks(seed, 20): noted(*tasks)  # doctest: +REFERENCE
    """
