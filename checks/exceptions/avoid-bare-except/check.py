"""Run jobs, note ordinary failures, and stop when asked to."""
import asyncio  # noqa: F401
import traceback

from answer import run_jobs


class Shutdown(BaseException):
    """An order to stop, as some frameworks have it."""


class Recorder:
    """Jobs that note that they were called."""

    def __init__(self):
        self.called = []

    def job(self, name, what):
        """A pair of the name and a function that returns or raises `what`."""

        def call():
            self.called.append(name)
            if isinstance(what, BaseException):
                raise what
            return what

        return name, call


def attempt(*plan):
    """Run jobs made from (name, result or exception), and tell everything that came of it."""
    recorder, log = Recorder(), []
    jobs = [recorder.job(name, what) for name, what in plan]
    try:
        outcome = run_jobs(jobs, log)
    except BaseException as error:  # noqa: BLE001
        outcome = ("stopped by", type(error).__name__, error.args)
    return outcome, [told(entry) for entry in log], "".join(recorder.called)


def told(entry):
    name, error = entry
    kind, text = type(error).__name__, repr(error)
    return f"{name} {text}" if text.startswith(kind) else f"{name} {kind} {text}"


def parse(text):
    return int(text)


def refuse():
    raise ValueError("no")


def functions_in(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


def sample_one_job_fails():
    """
    >>> log = []
    >>> run_jobs([("one", lambda: 1), ("two", lambda: int("x")), ("three", lambda: 3)], log)
    [('one', 1), ('three', 3)]
    >>> [(name, type(error).__name__) for name, error in log]
    [('two', 'ValueError')]
    """


def sample_no_jobs():
    """
    >>> run_jobs([], [])
    []
    """


def case_every_error_is_noted():
    """Any error of a job is noted with its class, and the next job runs, bugs included.

    >>> attempt(("a", NameError("tpyo")), ("b", KeyError("k")), ("c", 5), ("d", OSError("x")))
    ([('c', 5)], ["a NameError('tpyo')", "b KeyError('k')", "d OSError('x')"], 'abcd')
    >>> attempt(("a", MemoryError()), ("b", AssertionError("no")), ("c", StopIteration(4)))
    ([], ['a MemoryError()', "b AssertionError('no')", 'c StopIteration(4)'], 'abc')
    """


def case_group_of_errors():
    """An ExceptionGroup is an ordinary error, also if it holds several.

    >>> attempt(("a", ExceptionGroup("two", [OSError(), ValueError()])), ("b", 2))
    ([('b', 2)], ["a ExceptionGroup('two', [OSError(), ValueError()])"], 'ab')
    """


def case_results_that_are_false():
    """None, 0 and an empty text are results, not failures.

    >>> attempt(("a", None), ("b", 0), ("c", ""), ("d", []))
    ([('a', None), ('b', 0), ('c', ''), ('d', [])], [], 'abcd')
    """


def case_sys_exit():
    """A job that calls `sys.exit` ends the run: SystemExit is not an error and must get through.

    >>> attempt(("a", 1), ("b", ValueError("first")), ("c", SystemExit(3)), ("d", 4))
    (('stopped by', 'SystemExit', (3,)), ["b ValueError('first')"], 'abc')
    """


def case_ctrl_c():
    """Ctrl-C ends the run: KeyboardInterrupt must get through, at once and unlogged.

    >>> attempt(("a", KeyboardInterrupt()), ("b", 2))
    (('stopped by', 'KeyboardInterrupt', ()), [], 'a')
    """


def case_other_orders_to_stop():
    """A closed generator, a cancelled task and the stop signal of a framework are no errors either.

    >>> attempt(("a", 1), ("b", GeneratorExit()), ("c", 3))
    (('stopped by', 'GeneratorExit', ()), [], 'ab')
    >>> attempt(("a", asyncio.CancelledError("late")), ("b", 2))
    (('stopped by', 'CancelledError', ('late',)), [], 'a')
    >>> attempt(("a", OSError(1)), ("b", Shutdown("now")), ("c", 3))
    (('stopped by', 'Shutdown', ('now',)), ['a OSError(1)'], 'ab')
    """


def case_exception_itself_is_logged():
    """The log holds the exception itself, with its traceback: that is what leads to the line of
    the mistake.

    >>> log = []
    >>> run_jobs([("load", lambda: parse("12x"))], log)
    []
    >>> functions_in(log[0][1])[-2:]
    ['<lambda>', 'parse']
    """


def case_log_is_added_to():
    """New entries go to the end of the log that was handed in; older ones stay.

    >>> log = [("before", "entry")]
    >>> run_jobs([("a", lambda: {}[7]), ("b", lambda: 2), ("a", refuse)], log)
    [('b', 2)]
    >>> log[0], [told(entry) for entry in log[1:]]
    (('before', 'entry'), ['a KeyError(7)', "a ValueError('no')"])
    """


def case_jobs_of_the_same_name():
    """Two jobs may have the same name; both results are kept.

    >>> attempt(("a", 1), ("a", 2), ("b", TypeError()), ("a", 3))
    ([('a', 1), ('a', 2), ('a', 3)], ['b TypeError()'], 'aaba')
    """
