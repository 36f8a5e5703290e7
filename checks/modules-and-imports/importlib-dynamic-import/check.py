"""Load an object by its name, as entry points do."""
import random
import sys
import tempfile
import types
from pathlib import Path

from answer import load

log = []
diary = types.ModuleType("diary")
diary.log = log
sys.modules["diary"] = diary

FILES = {
    "plug/__init__.py": "level = 1",
    "plug/tools.py": (
        "import diary; diary.log.append('tools')\n"
        "zero, nothing = 0, None\n"
        "class Saw:\n"
        "    teeth = 32\n"
        "    class Blade:\n"
        "        length = 40\n"
        "def __getattr__(name):\n"
        "    if name == 'made':\n"
        "        return 'on demand'\n"
        "    raise AttributeError(name)\n"
    ),
    "plug/late.py": "import diary; diary.log.append('late')",
    "plug/needs.py": "import absent_helper",
    "plug/lacks.py": "from plug.tools import absent_tool",
    "plug/crash.py": "import diary; diary.log.append('crash')\n{}['port']",
    "plug/clumsy.py": "None.size",
}
root = Path(tempfile.mkdtemp())
for file_name, text in FILES.items():
    path = root / file_name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
sys.path.insert(0, str(root))


def attempt(reference):
    """What is loaded, or the exception and what it names."""
    try:
        found = load(reference)
    except ModuleNotFoundError as error:
        return f"no module {error.name}"
    except (AttributeError, KeyError, ImportError, ValueError, SyntaxError) as error:
        return type(error).__name__
    return getattr(found, "__name__", found)


def attempts(text):
    return [attempt(reference) for reference in text.split()]


def forget(*names):
    for name in names:
        sys.modules.pop(name, None)
    log.clear()


def references(seed, count):
    """Random references from good and bad pieces."""
    rng = random.Random(seed)
    pieces = ["plug", "tools", "Saw", "teeth", "zero", ".", ".", ":", ":", "", " ", "1"]
    for _ in range(count):
        if rng.random() < 0.5:
            yield "plug.tools" + rng.choice([":", "."]) + "".join(rng.choices(pieces[2:], k=3))
        else:
            yield "".join(rng.choices(pieces, k=rng.randint(1, 5)))


def sample_attribute():
    """
    >>> load("math:pi")
    3.141592653589793
    >>> load("collections:OrderedDict.fromkeys").__name__
    'fromkeys'
    """


def sample_module():
    """
    >>> load("os").__name__
    'os'
    """


def case_module_inside_a_package():
    """A dotted module name means the last module of it, not the package at its front.

    >>> attempts("xml.dom.minidom plug.tools plug")
    ['xml.dom.minidom', 'plug.tools', 'plug']
    """


def case_attributes_after_the_colon():
    """After the colon each dot is one more attribute.

    >>> attempts("plug.tools:Saw plug.tools:Saw.teeth plug.tools:Saw.Blade.length plug:level")
    ['Saw', 32, 40, 1]
    >>> attempts("os:path.join xml.dom.minidom:Node.ELEMENT_NODE")
    ['join', 1]
    """


def case_false_values_are_values():
    """Zero and None are values like any other.

    >>> load("plug.tools:zero"), load("plug.tools:nothing"), load("plug.tools:zero.real")
    (0, None, 0)
    """


def case_attributes_made_on_demand():
    """Ask with `getattr`: a module may make its attributes when they are wanted.

    >>> attempts("plug.tools:made plug.tools:made.upper")
    ['on demand', 'upper']
    """


def case_missing_module():
    """A module that is not there is a ModuleNotFoundError that names it.

    >>> attempts("no_such_module plug.no plug.no:x no.such:x plug.tools.Saw math.pi:real")
    ['no module no_such_module', 'no module plug.no', 'no module plug.no', \
'no module no', 'no module plug.tools.Saw', 'no module math.pi']
    """


def case_missing_attribute():
    """A missing attribute is an AttributeError: no default, and no other exception.

    >>> attempts("plug.tools:Drill plug.tools:Saw.handle plug.tools:zero.size plug:no")
    ['AttributeError', 'AttributeError', 'AttributeError', 'AttributeError']
    """


def case_colon_does_not_import():
    """After the colon nothing is imported: a submodule that nobody has loaded is no attribute.

    >>> forget("plug", "plug.late")
    >>> attempt("plug:late"), log
    ('AttributeError', [])
    >>> attempt("plug.late"), attempt("plug:late"), log
    ('plug.late', 'plug.late', ['late'])
    """


def case_errors_inside_pass_through():
    """What goes wrong inside of the module is not yours to hide or to rename.

    >>> attempts("plug.needs plug.needs:x plug.lacks plug.clumsy:x")
    ['no module absent_helper', 'no module absent_helper', 'ImportError', 'AttributeError']
    >>> forget("plug.crash")
    >>> attempts("plug.crash plug.crash:x"), log
    (['KeyError', 'KeyError'], ['crash', 'crash'])
    """


def case_loaded_once():
    """A module that is loaded is not executed again.

    >>> forget("plug.tools")
    >>> attempts("plug.tools:zero plug.tools plug.tools:Saw.teeth"), log
    ([0, 'plug.tools', 32], ['tools'])
    """


def case_bad_syntax():
    """A reference that cannot be right is a ValueError.

    >>> [attempt(text) for text in ("", ":", "os:", ":path", "os::path", "os:path:join")]
    ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError']
    >>> [attempt(text) for text in (".os", "os.", "os..path", "os:path.", "os:.path", "os:a..b")]
    ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError']
    >>> [attempt(text) for text in ("os path", " os", "os: path", "os-path", "1os", "os:1")]
    ['ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError', 'ValueError']
    """


def case_no_code_is_run():
    """A reference is a name, not an expression: it must not be evaluated.

    >>> attempts("os:path.join('a') plug.tools:Saw() math:pi+1 plug.tools:Saw.__name__")
    ['ValueError', 'ValueError', 'ValueError', 'Saw']
    """


def case_checked_before_the_import():
    """Look at the whole reference first: a bad one must not import anything.

    >>> forget("plug.late")
    >>> attempts("plug.late: plug.late:a..b plug.late:x() plug.late::x"), log
    (['ValueError', 'ValueError', 'ValueError', 'ValueError'], [])
    """


def case_random():
    """Some reference has a wrong outcome: try dots and colons at odd places.

    >>> for reference in references(seed, 80): attempt(reference)      # doctest: +REFERENCE
    """
