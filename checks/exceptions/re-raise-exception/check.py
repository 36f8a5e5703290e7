"""Log an exception and raise the same one again."""
import traceback

from answer import logged  # noqa: F401


class Refused(Exception):
    def __init__(self, code, reason):
        super().__init__(code, reason)
        self.code = code

    def __str__(self):
        return f"{self.code}: {self.args[1]}"


def refuse(*args):
    raise Refused(404, "no such page")


def read_port(settings):
    return int(settings["port"])


def translate(settings):
    try:
        return settings["port"]
    except KeyError as error:
        raise LookupError("incomplete") from error


def fail(error):
    raise error


def echo(*args, **kwargs):
    return args, kwargs


def caught(function, *args):
    try:
        function(*args)
    except BaseException as error:  # noqa: BLE001
        return error


def functions_in(error):
    """The functions of the traceback, without those of the answer."""
    frames = traceback.extract_tb(error.__traceback__)
    return [frame.name for frame in frames if frame.filename == "check.py"]


def sample_value_is_passed_on():
    """
    >>> log = []
    >>> logged(max, log)(3, 8, 5), log
    (8, [])
    """


def sample_error_goes_on():
    """
    >>> log = []
    >>> logged(int, log)("x1")
    Traceback (most recent call last):
    ValueError: invalid literal for int() with base 10: 'x1'
    >>> log
    [('ValueError', "invalid literal for int() with base 10: 'x1'")]
    """


def case_all_arguments():
    """Positional and keyword arguments go to the function as they came.

    >>> logged(echo, [])(1, 2, a=3), logged(echo, [])(), logged(echo, [])(4, key=5)
    (((1, 2), {'a': 3}), ((), {}), ((4,), {'key': 5}))
    """


def case_false_results():
    """None and other false results are returned unchanged.

    >>> [logged(lambda value: value, [])(value) for value in (None, 0, "", [])]
    [None, 0, '', []]
    """


def case_same_object():
    """The caller must get the very exception that was raised, with its class and attributes, not a
    copy.

    >>> error = Refused(503, "busy")
    >>> seen = caught(logged(fail, []), error)
    >>> seen is error, type(seen).__name__, seen.code, seen.args
    (True, 'Refused', 503, (503, 'busy'))
    """


def case_traceback_leads_to_the_line():
    """The traceback must still lead to the function that failed.

    >>> functions_in(caught(logged(read_port, []), {"port": "http"}))
    ['caught', 'read_port']
    >>> functions_in(caught(logged(refuse, [])))
    ['caught', 'refuse']
    """


def case_no_new_context():
    """The exception remembers what it remembered before: no new cause and no new context.

    >>> error = caught(logged(read_port, []), {})
    >>> type(error).__name__, error.__cause__, error.__context__, error.__suppress_context__
    ('KeyError', None, None, False)
    """


def case_own_cause_is_kept():
    """An error that was raised `from` another keeps its cause.

    >>> error = caught(logged(translate, []), {})
    >>> repr(error), repr(error.__cause__), repr(error.__context__)
    ("LookupError('incomplete')", "KeyError('port')", "KeyError('port')")
    """


def case_class_and_text_in_the_log():
    """An entry holds the name of the class and the text as `str` gives it.

    >>> log = []
    >>> for error in (KeyError("k"), ValueError(), Refused(1, "x"), OSError(2, "gone")):
    ...     seen = caught(logged(fail, log), error)
    >>> log
    [('KeyError', "'k'"), ('ValueError', ''), ('Refused', '1: x'),
     ('FileNotFoundError', '[Errno 2] gone')]
    """


def case_orders_to_stop():
    """KeyboardInterrupt, SystemExit and the like pass without an entry: they are no errors.

    >>> log = []
    >>> for kind in (KeyboardInterrupt, SystemExit, GeneratorExit, BaseException, RuntimeError):
    ...     type(caught(logged(fail, log), kind("now"))).__name__
    'KeyboardInterrupt'
    'SystemExit'
    'GeneratorExit'
    'BaseException'
    'RuntimeError'
    >>> log
    [('RuntimeError', 'now')]
    """


def case_called_once():
    """The function is called once for each call, also when it fails.

    >>> calls, log = [], []
    >>> function = logged(lambda text: calls.append(text) or int(text), log)
    >>> function("1"), type(caught(function, "x")).__name__, function("2"), calls, len(log)
    (1, 'ValueError', 2, ['1', 'x', '2'], 1)
    """


def case_layers():
    """Two layers log the same error once each, and it still arrives untouched.

    >>> inner, outer = [], [("old", "entry")]
    >>> error = caught(logged(logged(refuse, inner), outer))
    >>> inner, outer[0], outer[1:], error.code, error.__context__
    ([('Refused', '404: no such page')], ('old', 'entry'), [('Refused', '404: no such page')],
     404, None)
    """
