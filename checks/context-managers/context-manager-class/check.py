"""Measure blocks with a class."""
import random

from answer import Timer


class Clock:
    """A clock that shows the given times, one after the other, and counts."""

    def __init__(self, *times):
        self.times = times
        self.asked = 0

    def __call__(self):
        self.asked += 1
        return self.times[self.asked - 1]


def measured(timer, error=None):
    """Use a timer for a block that may fail; return the outcome and what was measured."""
    try:
        with timer:
            during = timer.elapsed
            if error is not None:
                raise error
        outcome = "done"
    except BaseException as raised:  # noqa: BLE001
        outcome = type(raised).__name__, raised.args, raised is error
    return during, outcome, timer.elapsed


def left_by_return(timer):
    with timer:
        return "returned"


def left_by_break(timer):
    for number in range(5):
        with timer:
            if number == 2:
                break
    return number, timer.elapsed


def entered_twice(timer):
    """Enter a running timer; return the error and what both blocks measured."""
    inside = "no error"
    with timer:
        try:
            with timer:
                inside = "entered"
        except RuntimeError as error:
            inside = type(error).__name__, timer.elapsed
    return inside, timer.elapsed


def histories(seed, count):
    """Yield the times of a clock, and which blocks fail."""
    chance = random.Random(seed)
    for _ in range(count):
        blocks = chance.randrange(1, 5)
        times = sorted(chance.choices(range(50), k=2 * blocks))
        yield times, [chance.choice([None, None, OSError(block)]) for block in range(blocks)]


def history(times, errors):
    clock = Clock(*times)
    timer = Timer(clock)
    return [measured(timer, error) for error in errors], clock.asked


def sample_elapsed():
    """
    >>> clock = iter([10.0, 12.5]).__next__
    >>> with Timer(clock) as timer:
    ...     pass
    >>> timer.elapsed
    2.5
    """


def case_as_gives_the_timer():
    """The name after `as` is the timer itself.

    >>> timer = Timer(Clock(3, 7))
    >>> with timer as target:
    ...     target.note = "same object"
    >>> timer.note, target.elapsed
    ('same object', 4)
    """


def case_clock_is_asked_twice():
    """The clock is asked when a block is entered and when it is left, and at no other time.

    >>> clock = Clock(5, 6, 8, 11)
    >>> timer = Timer(clock)
    >>> at_first = clock.asked
    >>> with timer:
    ...     inside = clock.asked
    >>> at_first, inside, clock.asked, timer.elapsed
    (0, 1, 2, 1)
    >>> measured(timer), clock.asked
    ((1, 'done', 3), 4)
    """


def case_clock_at_zero():
    """A clock may show 0, and a block may take no time at all.

    >>> measured(Timer(Clock(0, 0))), measured(Timer(Clock(0, 7))), measured(Timer(Clock(-2, 0)))
    ((None, 'done', 0), (None, 'done', 7), (None, 'done', 2))
    >>> entered_twice(Timer(Clock(0, 4, 5)))
    (('RuntimeError', None), 4)
    """


def case_elapsed_until_the_end():
    """Before the first block has ended there is no time; later the last one is kept till the end.

    >>> timer = Timer(Clock(1, 3, 10, 15))
    >>> timer.elapsed, measured(timer), measured(timer)
    (None, (None, 'done', 2), (2, 'done', 5))
    """


def case_errors_are_measured_and_go_on():
    """A block that fails is measured too, and its exception goes on, the same one.

    >>> measured(Timer(Clock(1, 4)), ValueError("no"))
    (None, ('ValueError', ('no',), True), 3)
    >>> measured(Timer(Clock(1, 6)), KeyboardInterrupt())
    (None, ('KeyboardInterrupt', (), True), 5)
    >>> timer = Timer(Clock(0, 1, 2, 4))
    >>> measured(timer, KeyError(1))[2], measured(timer)
    (1, (1, 'done', 2))
    """


def case_left_early():
    """Leaving a block by `return` or `break` ends the measurement.

    >>> timer = Timer(Clock(2, 9))
    >>> left_by_return(timer), timer.elapsed, left_by_break(Timer(Clock(0, 1, 3, 5, 8, 12)))
    ('returned', 7, (2, 4))
    """


def case_used_again():
    """One timer measures many blocks, each one anew.

    >>> timer = Timer(Clock(0, 5, 100, 101, 110, 112))
    >>> [measured(timer)[2] for _ in range(3)]
    [5, 1, 2]
    """


def case_entered_while_running():
    """Entering a running timer is an error, and the running block does not notice.

    >>> entered_twice(Timer(Clock(10, 17, 30, 50)))
    (('RuntimeError', None), 7)
    >>> timer = Timer(Clock(1, 2, 3, 5, 10, 20))
    >>> measured(timer), entered_twice(timer), measured(timer)
    ((None, 'done', 1), (('RuntimeError', 1), 2), (2, 'done', 10))
    """


def case_two_timers():
    """Two timers know nothing of each other.

    >>> with Timer(Clock(0, 50)) as outer, Timer(Clock(3, 10)) as inner:
    ...     pass
    >>> outer.elapsed, inner.elapsed
    (50, 7)
    """


def case_random():
    """Some series of blocks, of which a few fail, is measured wrongly.

    >>> for times, errors in histories(seed, 20): history(times, errors)  # doctest: +REFERENCE
    """
