"""Load pickles, but only with classes and functions that are on a list."""
import collections
import datetime
import fractions
import pickle
import random
import sys
import tempfile
from pathlib import Path

from answer import safe_loads

PROTOCOLS = range(2, 6)
LEAP_DAY = datetime.date(2024, 2, 29)
HALF = fractions.Fraction(1, 2)
spent = []

root = Path(tempfile.mkdtemp())
(root / "loot.py").write_text("import check; check.spent.append('loot was imported')\nTool = int")
sys.path.insert(0, str(root))


def spend(amount):
    spent.append(amount)
    return amount


class Purse:
    def __init__(self, coins):
        self.coins = coins

    class Lid:
        material = "brass"

    @staticmethod
    def empty(amount):
        spent.append(-amount)


class PurseSnatcher:
    pass


class Bomb:
    """Pickled as the call of a function."""

    def __init__(self, function, *args):
        self.call = function, args

    def __reduce__(self):
        return self.call


class Stateful(Bomb):
    """Pickled as a harmless list whose items come from the call of a function."""

    def __reduce__(self):
        return list, (), None, iter([Bomb(*[self.call[0], *self.call[1]])])


def attempt(data, *allowed):
    """What is loaded, or the name of the exception."""
    spent.clear()
    try:
        found = safe_loads(data, set(allowed))
    except (pickle.UnpicklingError, LookupError, ImportError, AttributeError, TypeError,
            ValueError) as error:
        return type(error).__name__
    return vars(found) if isinstance(found, Purse) else found


def bombs(function, *args):
    """The call of a function, pickled with each protocol."""
    return [pickle.dumps(Bomb(function, *args), protocol) for protocol in range(6)]


def in_line(*items):
    return collections.deque(items)


def outcomes(pickles, *allowed):
    """The different outcomes, and what has been spent meanwhile."""
    found, total = set(), []
    for data in pickles:
        found.add(attempt(data, *allowed))
        total += spent
    return sorted(found), total


def plain_data(seed, count):
    rng = random.Random(seed)

    def value(depth):
        kind = rng.randrange(8 if depth else 5)
        if kind < 5:
            return [rng.randrange(-9, 9), "os.system", b"cos\nsystem\n", None, 2.5][kind]
        items = [value(depth - 1) for _ in range(rng.randrange(3))]
        return [items, tuple(items), {str(i): item for i, item in enumerate(items)}][kind - 5]

    for _ in range(count):
        yield pickle.dumps(value(3), rng.choice([3, 4, 5]))


def sample_plain_data():
    """
    >>> safe_loads(pickle.dumps({"tea": [1, 2.5, None], "cups": (True, b"x")}), set())
    {'tea': [1, 2.5, None], 'cups': (True, b'x')}
    """


def sample_call_of_a_function():
    """
    >>> safe_loads(pickle.dumps(Bomb(print, "boom")), {"collections.OrderedDict"})
    Traceback (most recent call last):
    _pickle.UnpicklingError
    """


def case_plain_data_of_all_kinds():
    """Numbers, strings, lists, tuples and dicts need no class to be looked up.

    >>> value = [0, -1.5, "", "os.system", b"builtins.eval", None, True, (1, [2, {"a": ()}])]
    >>> [attempt(pickle.dumps(value, protocol)) for protocol in (3, 5)]
    [[0, -1.5, '', 'os.system', b'builtins.eval', None, True, (1, [2, {'a': ()}])], \
[0, -1.5, '', 'os.system', b'builtins.eval', None, True, (1, [2, {'a': ()}])]]
    """


def case_listed_class():
    """An instance of a listed class is loaded with its attributes.

    >>> [attempt(pickle.dumps(Purse(7), protocol), "check.Purse") for protocol in PROTOCOLS]
    [{'coins': 7}, {'coins': 7}, {'coins': 7}, {'coins': 7}]
    >>> attempt(pickle.dumps(HALF), "fractions.Fraction").denominator
    2
    >>> attempt(pickle.dumps(LEAP_DAY), "datetime.date").day
    29
    """


def case_class_that_is_not_listed():
    """A class that is not on the list is refused with UnpicklingError, the list being what it is.

    >>> [attempt(pickle.dumps(Purse(7), protocol), "check.Coin") for protocol in PROTOCOLS]
    ['UnpicklingError', 'UnpicklingError', 'UnpicklingError', 'UnpicklingError']
    >>> attempt(pickle.dumps(Purse(7))), attempt(pickle.dumps(HALF), "check.Purse")
    ('UnpicklingError', 'UnpicklingError')
    """


def case_call_is_stopped_before_it_runs():
    """A pickle can call any function: it must be refused before the call, not afterwards.

    >>> outcomes(bombs(spend, 100), "check.Purse")
    (['UnpicklingError'], [])
    >>> outcomes(bombs(spend, 100), "check.spend")
    ([100], [100, 100, 100, 100, 100, 100])
    """


def case_builtins():
    """`builtins` is full of dangerous functions: listing one name must not let in the others.

    >>> outcomes(bombs(eval, "__import__('check').spent.append(1)"), "builtins.set", "builtins")
    (['UnpicklingError'], [])
    >>> outcomes(bombs(exec, "import check; check.spent.append(2)"), "builtins.len")
    (['UnpicklingError'], [])
    >>> attempt(pickle.dumps(3 + 4j), "builtins.complex")
    (3+4j)
    """


def case_system_calls():
    """The classic attack names `os.system`, under one of its many names.

    >>> attack = b"cposix\\nsystem\\n(S'true'\\ntR."
    >>> attempt(attack), attempt(attack.replace(b"posix", b"os"), "os.getcwd", "os")
    ('UnpicklingError', 'UnpicklingError')
    >>> attempt(attack.replace(b"posix", b"shutil.os"), "shutil.copy")
    'UnpicklingError'
    """


def case_unlisted_module_is_not_imported():
    """Importing a module runs its code: look at the name before you look it up.

    >>> attempt(b"cloot\\nTool\\n."), spent, "loot" in sys.modules
    ('UnpicklingError', [], False)
    >>> attempt(b"cloot\\nnothing\\n.", "loot.Tool"), spent
    ('UnpicklingError', [])
    >>> attempt(b"cloot\\nTool\\nI7\\n\\x85R.", "loot.Tool"), spent
    (7, ['loot was imported'])
    """


def case_full_name_counts():
    """The whole name has to be on the list: not its beginning, nor its end.

    >>> attempt(pickle.dumps(PurseSnatcher()), "check.Purse")
    'UnpicklingError'
    >>> purse = pickle.dumps(Purse(1))
    >>> attempt(purse, "Purse"), attempt(purse, "check"), attempt(purse, "my.check.Purse")
    ('UnpicklingError', 'UnpicklingError', 'UnpicklingError')
    """


def case_names_with_dots():
    """Since protocol 4 a name may lead into a class: each such name is one of its own.

    >>> outcomes([pickle.dumps(Bomb(Purse.empty, 5), 4)], "check.Purse")
    (['UnpicklingError'], [])
    >>> attempt(pickle.dumps(Purse.Lid(), 4), "check.Purse.Lid").material
    'brass'
    >>> attempt(pickle.dumps(Purse.Lid(), 4), "check.Purse", "check.Lid")
    'UnpicklingError'
    """


def case_hidden_deep_inside():
    """One bad item anywhere spoils the whole pickle.

    >>> deep = {"a": [1, (Purse(1), [Bomb(spend, 9)])]}
    >>> attempt(pickle.dumps(deep), "check.Purse"), spent
    ('UnpicklingError', [])
    >>> attempt(pickle.dumps([Purse(1), Stateful(spend, 8)]), "check.Purse", "builtins.list"), spent
    ('UnpicklingError', [])
    >>> line = in_line(Bomb(spend, 7))
    >>> attempt(pickle.dumps(line), "collections.deque"), spent
    ('UnpicklingError', [])
    """


def case_shared_objects():
    """All else works as in `pickle.loads`: shared objects stay shared, cycles stay cycles.

    >>> purse = Purse([1])
    >>> purse.twin = purse
    >>> first, second = safe_loads(pickle.dumps([purse, purse]), {"check.Purse"})
    >>> first.twin.coins.append(2)
    >>> second.coins, len({id(first), id(second), id(second.twin)}), purse.coins
    ([1, 2], 1, [1])
    """


def case_list_is_left_alone():
    """The set of allowed names belongs to the caller; two calls do not mix their lists.

    >>> allowed = {"check.Purse"}
    >>> vars(safe_loads(pickle.dumps(Purse(3)), allowed)), allowed
    ({'coins': 3}, {'check.Purse'})
    >>> purse = pickle.dumps(Purse(4))
    >>> attempt(purse, "check.Coin"), attempt(purse, "check.Purse"), attempt(purse, "check.Coin")
    ('UnpicklingError', {'coins': 4}, 'UnpicklingError')
    """


def case_random_plain_data():
    """Some harmless pickle is refused or comes out differently: texts may look like names.

    >>> for data in plain_data(seed, 30): safe_loads(data, set())      # doctest: +REFERENCE
    """
