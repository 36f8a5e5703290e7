"""Exception classes of a package, and a function that raises one."""
import copy
import pickle
import traceback

from answer import AppError, NotFound, find  # noqa: F401


class Broken(dict):
    """A table whose look-up fails for another reason."""

    def __getitem__(self, key):
        raise RuntimeError(f"cannot read {key}")


def caught(function, *args):
    try:
        function(*args)
    except BaseException as error:  # noqa: BLE001
        return error


def catchers(error):
    """The handlers, out of some, that catch the error."""
    kinds = (AppError, LookupError, Exception, ValueError, OSError, ArithmeticError)
    return [kind.__name__ for kind in kinds if isinstance(error, kind)]


def facts(error):
    return type(error).__name__, str(error), error.key


def through_pickle(error):
    return pickle.loads(pickle.dumps(error))


def copies(error):
    return copy.copy(error), copy.deepcopy(error)


def last_line(error):
    return traceback.format_exception_only(error)[-1].strip().rpartition("answer.")[2]


def sample_text_and_key():
    """
    >>> error = NotFound("colour")
    >>> str(error), error.key
    ("no such key: 'colour'", 'colour')
    """


def sample_find():
    """
    >>> find({"a": 1}, "a")
    1
    >>> type(caught(find, {"a": 1}, "b")).__name__
    'NotFound'
    """


def case_any_key():
    """The key may be anything hashable: it is kept as it is, and the text shows its repr.

    >>> for key in (7, "7", None, ("a", 2), ()): facts(NotFound(key))
    ('NotFound', 'no such key: 7', 7)
    ('NotFound', "no such key: '7'", '7')
    ('NotFound', 'no such key: None', None)
    ('NotFound', "no such key: ('a', 2)", ('a', 2))
    ('NotFound', 'no such key: ()', ())
    """


def case_who_catches_it():
    """NotFound is caught as AppError and as LookupError, and AppError is an ordinary Exception.

    >>> catchers(NotFound("x")), catchers(AppError("x"))
    (['AppError', 'LookupError', 'Exception'], ['AppError', 'Exception'])
    """


def case_base_class_is_ordinary():
    """AppError carries a message, several arguments or none, like any exception.

    >>> [(str(e), e.args) for e in (AppError("full disk"), AppError(1, "b"), AppError())]
    [('full disk', ('full disk',)), ("(1, 'b')", (1, 'b')), ('', ())]
    """


def case_pickled():
    """After pickling, text and key are the same: unpickling calls the class with `error.args`.

    >>> for key in ("x", 3, ("a", 1)): facts(through_pickle(NotFound(key)))
    ('NotFound', "no such key: 'x'", 'x')
    ('NotFound', 'no such key: 3', 3)
    ('NotFound', "no such key: ('a', 1)", ('a', 1))
    >>> facts(through_pickle(NotFound(key="named")))
    ('NotFound', "no such key: 'named'", 'named')
    """


def case_copied():
    """A copy is as good as the original.

    >>> for duplicate in copies(NotFound("y")): facts(duplicate)
    ('NotFound', "no such key: 'y'", 'y')
    ('NotFound', "no such key: 'y'", 'y')
    """


def case_key_error_behind_it():
    """Say with `from` which error is behind it: the KeyError of the table.

    >>> error = caught(find, {"a": 1}, "b")
    >>> facts(error), repr(error.__cause__)
    (('NotFound', "no such key: 'b'", 'b'), "KeyError('b')")
    >>> facts(caught(find, {}, 0))
    ('NotFound', 'no such key: 0', 0)
    """


def case_false_values():
    """A value that is false was found like any other.

    >>> [find({"a": None, "b": 0, "c": ""}, key) for key in "abc"]
    [None, 0, '']
    """


def case_other_errors_stay():
    """`find` translates a missing key and nothing else.

    >>> type(caught(find, {}, ["list"])).__name__, repr(caught(find, Broken(), "x"))
    ('TypeError', "RuntimeError('cannot read x')")
    """


def case_last_line_of_a_traceback():
    """The last line of an uncaught error tells class and key.

    >>> last_line(caught(find, {}, "size")), last_line(AppError("disk full"))
    ("NotFound: no such key: 'size'", 'AppError: disk full')
    """
