"""Call a function again if it fails."""
import random

from answer import retry


class Flaky:
    """A function that goes through a script: errors are raised, other things returned."""

    def __init__(self, *script):
        self.script = script
        self.calls = []

    def __call__(self, *args, **kwargs):
        step = self.script[len(self.calls)]
        self.calls.append((args, kwargs))
        if isinstance(step, BaseException):
            raise step
        return step


def run(script, *settings, **more):
    """Decorate a function, call it once; return the outcome and the number of tries."""
    flaky = Flaky(*script)

    @retry(*settings, **more)
    def function():
        return flaky()

    try:
        result = function()
    except BaseException as error:  # noqa: BLE001
        result = told(error, script)
    return result, len(flaky.calls)


def told(error, script):
    """Return the class of an error, the try whose very object it is, and its cause."""
    tries = [str(number) for number, step in enumerate(script, start=1) if step is error]
    cause = "" if error.__cause__ is None else f" because of {type(error.__cause__).__name__}"
    return f"{type(error).__name__} of try {tries[0] if tries else 'none'}{cause}"


def pauses(script, times):
    """Return the outcome and what `pause` was called with."""
    heard = []
    return run(script, times, (OSError,), pause=heard.append), heard


def two_calls(times):
    """Call a function that always fails twice, count the tries of each call."""
    flaky = Flaky(*[OSError(number) for number in range(20)])
    function = retry(times)(lambda: flaky())
    totals = []
    for _ in range(2):
        try:
            function()
        except OSError as error:
            totals.append((error.args, len(flaky.calls)))
    return totals


def labels(decorate):
    """Return name and docstring of a decorated function, and that it works."""
    def load(path):
        return path

    load.__doc__ = "Load a file."
    decorated = decorate(load)
    return decorated.__name__, decorated.__doc__, decorated("x.txt")


def scripts(seed, count):
    """Yield random scripts of errors and a result, and a number of tries."""
    chance = random.Random(seed)
    errors = (OSError, ValueError, KeyError, ConnectionError, ZeroDivisionError)
    for _ in range(count):
        script = [chance.choice(errors)(number) for number in range(chance.randrange(5))]
        yield [*script, "done", "too late"], chance.randrange(1, 6)


def sample_second_try():
    """
    >>> answers = iter(["busy", "busy", "here you are"])
    >>> @retry(5)
    ... def ask():
    ...     answer = next(answers)
    ...     if answer == "busy":
    ...         raise ConnectionError
    ...     return answer
    >>> ask()
    'here you are'
    """


def sample_gives_up():
    """
    >>> tries = []
    >>> @retry(3, exceptions=(OSError,))
    ... def read():
    ...     tries.append("try")
    ...     raise FileNotFoundError
    >>> read()
    Traceback (most recent call last):
    FileNotFoundError
    >>> tries
    ['try', 'try', 'try']
    """


def case_number_of_tries():
    """`times` counts every try, and the first success ends them.

    >>> run([OSError(1), OSError(2), "third", "fourth"], 3)
    ('third', 3)
    >>> run(["first", "second"], 3), run(["only"], 1)
    (('first', 1), ('only', 1))
    >>> run([OSError(1), "late"], 1)
    ('OSError of try 1', 1)
    """


def case_last_error_itself():
    """If all tries fail, the caller gets the last error, the object itself.

    >>> run([OSError("a"), ValueError("b"), KeyError("c"), "late"], 3)
    ('KeyError of try 3', 3)
    >>> run([OSError(1), OSError(2), "late"], times=2)
    ('OSError of try 2', 2)
    """


def case_other_errors_pass_at_once():
    """Only the listed classes and their subclasses are worth another try.

    >>> run([KeyError("bug"), "late"], 5, (OSError, ValueError))
    ('KeyError of try 1', 1)
    >>> run([ConnectionError(1), UnicodeError(2), KeyError(3), "late"], 5, (OSError, ValueError))
    ('KeyError of try 3', 3)
    >>> run([OSError(1), ConnectionError(2), "done"], 3, exceptions=OSError)
    ('done', 3)
    """


def case_interrupts():
    """Ctrl-C and SystemExit are no Exception: by default they end the tries at once.

    >>> run([KeyboardInterrupt(), "late"], 3), run([OSError(1), SystemExit(2), "late"], 3)
    (('KeyboardInterrupt of try 1', 1), ('SystemExit of try 2', 2))
    >>> run([KeyboardInterrupt(), "again"], 3, (KeyboardInterrupt,))
    ('again', 2)
    """


def case_pause_between_tries():
    """`pause` hears the number of tries so far, and only if another one follows.

    >>> pauses([OSError(1), OSError(2), OSError(3), "done"], 4)
    (('done', 4), [1, 2, 3])
    >>> pauses([OSError(1), OSError(2), OSError(3), "late"], 3)
    (('OSError of try 3', 3), [1, 2])
    >>> pauses(["at once"], 3), pauses([OSError(1), "late"], 1)
    ((('at once', 1), []), (('OSError of try 1', 1), []))
    >>> pauses([OSError(1), KeyError(2), "late"], 3)
    (('KeyError of try 2', 2), [1])
    """


def case_every_call_starts_anew():
    """Each call of the function has all its tries, whatever happened to the one before.

    >>> two_calls(3), two_calls(1)
    ([((2,), 3), ((5,), 6)], [((0,), 1), ((1,), 2)])
    """


def case_every_result_is_success():
    """A function that returns has succeeded, whatever it returns.

    >>> [run([OSError(1), result, "late"], 4) for result in (None, False, 0, "", [])]
    [(None, 2), (False, 2), (0, 2), ('', 2), ([], 2)]
    """


def case_times_below_one():
    """Without any try there is neither result nor error: refuse that when the decorator is made.

    >>> retry(0)
    Traceback (most recent call last):
    ValueError
    >>> retry(times=-2)
    Traceback (most recent call last):
    ValueError
    """


def case_arguments():
    """Each try gets the arguments of the call.

    >>> flaky = Flaky(OSError(), OSError(), "done", "again")
    >>> function = retry(3)(lambda *args, **kwargs: flaky(*args, **kwargs))
    >>> function(1, times=2), flaky.calls
    ('done', [((1,), {'times': 2}), ((1,), {'times': 2}), ((1,), {'times': 2})])
    >>> function(function=3), flaky.calls[3:]
    ('again', [((), {'function': 3})])
    """


def case_name_and_docstring():
    """The decorated function keeps its name and docstring.

    >>> labels(retry(2)), labels(retry(1, OSError))
    (('load', 'Load a file.', 'x.txt'), ('load', 'Load a file.', 'x.txt'))
    """


def case_random():
    """Some script of errors leads to another result or number of tries.

    >>> for script, times in scripts(seed, 30): pauses(script, times)  # doctest: +REFERENCE
    """
