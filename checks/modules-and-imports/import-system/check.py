"""Import modules whose source stands in a dict."""
import importlib
import importlib.util
import sys
import types

from answer import install

finders_at_start = list(sys.meta_path)
log = []
diary = types.ModuleType("diary")
diary.log = log
sys.modules["diary"] = diary


def noted(text=""):
    return f"import diary; diary.log.append(__name__)\n{text}"


SHOP = {
    "shop": noted(),
    "shop.cart": noted("from .items import count"),
    "shop.cart.items": noted("from ..tax import rate\ncount = 3"),
    "shop.tax": noted("rate = 20"),
    "shop.taxes": noted(),
    "shopping": noted(),
}


def afresh(sources):
    """Forget what other cases have imported and installed, and install these."""
    sys.meta_path[:] = finders_at_start
    for name in sources:
        sys.modules.pop(name, None)
    log.clear()
    return install(sources)


def loaded(prefix):
    return sorted(name for name in sys.modules if name.partition(".")[0] == prefix)


def attempt(name):
    """Import a module; return its name, or the exception with what it says is missing."""
    try:
        return importlib.import_module(name).__name__
    except ModuleNotFoundError as error:
        return f"no {error.name}"
    except (ArithmeticError, ImportError, AttributeError, SyntaxError) as error:
        return type(error).__name__


def having(attribute, names):
    return [name for name in names if hasattr(sys.modules[name], attribute)]


def sample_module():
    """
    >>> uninstall = install({"prices": "tea = 3", "till": "import prices; total = prices.tea + 1"})
    >>> import till
    >>> till.total, till.prices.tea
    (4, 3)
    """


def sample_package():
    """
    >>> sources = {"depot": "size = 2", "depot.stock": "from . import size; items = size * 5"}
    >>> uninstall = install(sources)
    >>> from depot.stock import items
    >>> items
    10
    """


def case_nothing_runs_at_install():
    """`install` only announces the modules: code runs when somebody imports it.

    >>> uninstall = afresh({"lazy": noted(), "broken": "this is no Python", "fine": noted()})
    >>> log, loaded("lazy"), loaded("broken")
    ([], [], [])
    >>> attempt("fine"), log, attempt("broken"), loaded("broken")
    ('fine', ['fine'], 'SyntaxError', [])
    """


def case_parents_come_first():
    """Importing a submodule runs its package first, and each module under its full name.

    >>> uninstall = afresh(SHOP)
    >>> attempt("shop.cart.items"), log
    ('shop.cart.items', ['shop', 'shop.cart', 'shop.cart.items', 'shop.tax'])
    >>> sys.modules["shop"].cart.items.rate, sys.modules["shop"].cart.count
    (20, 3)
    """


def case_runs_once():
    """The second import finds the module in `sys.modules` and runs nothing.

    >>> user = "import once; once.things.append(1)"
    >>> uninstall = afresh({"once": noted("things = []"), "user": user})
    >>> import once
    >>> import user
    >>> import once
    >>> once.things, user.once.things, log
    ([1], [1], ['once'])
    """


def case_unknown_names_go_on():
    """A finder that does not know a name says None, so that the others get their turn.

    >>> uninstall = afresh(SHOP)
    >>> [attempt(name) for name in ("graphlib", "no_such_thing", "shop.nothing", "shop.cart.no")]
    ['graphlib', 'no no_such_thing', 'no shop.nothing', 'no shop.cart.no']
    """


def case_yours_come_first():
    """A module from the dict is taken before one of the same name elsewhere.

    >>> uninstall = afresh({"colorsys": "origin = 'dict'", "_symtable": "origin = 'built in'"})
    >>> import colorsys, _symtable
    >>> colorsys.origin, _symtable.origin
    ('dict', 'built in')
    >>> del sys.modules["colorsys"]
    >>> uninstall()
    >>> import colorsys
    >>> colorsys.rgb_to_hsv.__module__, having("origin", ["colorsys"])
    ('colorsys', [])
    """


def case_failed_module_is_gone():
    """A module whose code raises must not stay in `sys.modules`; the next import tries again.

    >>> uninstall = afresh({"bad": noted("1 / 0"), "uses_bad": noted("import bad")})
    >>> attempt("bad"), loaded("bad"), attempt("bad"), log
    ('ZeroDivisionError', [], 'ZeroDivisionError', ['bad', 'bad'])
    >>> attempt("uses_bad"), loaded("uses_bad")
    ('ZeroDivisionError', [])
    """


def case_packages_have_a_path():
    """A name with submodules is a package and has `__path__`; all others are plain modules.

    >>> uninstall = afresh(SHOP)
    >>> names = ["shop", "shop.cart", "shop.cart.items", "shop.tax", "shopping"]
    >>> [attempt(name) for name in names]
    ['shop', 'shop.cart', 'shop.cart.items', 'shop.tax', 'shopping']
    >>> having("__path__", names)
    ['shop', 'shop.cart']
    >>> [sys.modules[name].__package__ for name in names]
    ['shop', 'shop.cart', 'shop.cart', 'shop', '']
    >>> attempt("shopping.list"), attempt("shop.tax.x")
    ('no shopping.list', 'no shop.tax.x')
    """


def case_spec_is_set():
    """Each module has a spec with its name, and a finder answers `find_spec` without running code.

    >>> uninstall = afresh(SHOP)
    >>> importlib.util.find_spec("shopping").name, log
    ('shopping', [])
    >>> attempt("shop.tax"), [sys.modules[name].__spec__.name for name in ("shop", "shop.tax")]
    ('shop.tax', ['shop', 'shop.tax'])
    >>> sys.modules["shop.tax"].__spec__.parent, type(sys.modules["shop.tax"]).__name__
    ('shop', 'module')
    """


def case_circle_of_imports():
    """A module is in `sys.modules` before its code runs, so two modules may import each other.

    >>> left = noted("early = 4\\nimport right\\ndef other(): return right.late")
    >>> right = noted("from left import early\\nlate = early + 1")
    >>> uninstall = afresh({"left": left, "right": right})
    >>> import left
    >>> left.other(), left.right.early, log
    (5, 4, ['left', 'right'])
    """


def case_functions_see_their_module():
    """Functions and classes of a module belong to it: they see its later globals and name it.

    >>> uninstall = afresh({"tool": "def get(): return level\\nclass Tool: pass\\nlevel = 1"})
    >>> import tool
    >>> tool.level = 5
    >>> tool.get(), tool.Tool.__module__, tool.get.__module__
    (5, 'tool', 'tool')
    """


def case_reload():
    """`importlib.reload` runs the code again in the same module.

    >>> uninstall = afresh({"again": noted("value = 1")})
    >>> import again
    >>> again.value, again.extra = 7, 8
    >>> importlib.reload(again).value, again.value, again.extra, log
    (1, 1, 8, ['again', 'again'])
    """


def case_uninstall():
    """After `uninstall` nothing new comes from the dict; what is loaded stays loaded.

    >>> uninstall = afresh({"kept": "value = 6", "late": noted()})
    >>> attempt("kept"), uninstall(), attempt("late"), log
    ('kept', None, 'no late', [])
    >>> import kept
    >>> kept.value
    6
    """


def case_two_dicts():
    """Each `install` stands for itself, and each `uninstall` takes away its own modules only.

    >>> first = afresh({"one": "value = 1", "both": "value = 1", "uno": ""})
    >>> before = list(sys.meta_path)
    >>> second = install({"two": "value = 2", "both": "value = 2", "due": ""})
    >>> import both
    >>> both.value, attempt("one"), attempt("two")
    (2, 'one', 'two')
    >>> first()
    >>> attempt("uno"), attempt("due")
    ('no uno', 'due')
    >>> second()
    >>> len(before) - len(sys.meta_path), attempt("no_such_thing")
    (1, 'no no_such_thing')
    """
