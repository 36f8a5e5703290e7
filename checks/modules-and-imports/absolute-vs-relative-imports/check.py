"""Work out what a relative import means."""
import ast
import random

from answer import resolve

DEPTH = 4


def helpers_used(tree):
    """The import machinery that the answer's source mentions."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
            found.update(alias.name for alias in node.names)
    return sorted(found & {"importlib", "__import__", "exec", "eval"})


def attempt(*args):
    try:
        return resolve(*args)
    except (ImportError, LookupError, ValueError) as error:
        return type(error).__name__


def attempts(module, is_package, names):
    return [attempt(name, module, is_package) for name in names]


def imports(seed, count):
    """Random imports: few different words, so that the same word occurs on several levels."""
    rng = random.Random(seed)
    for _ in range(count):
        module = ".".join(rng.choices(["a", "b", "ab"], k=rng.randint(1, DEPTH)))
        rest = ".".join(rng.choices(["a", "b", "X"], k=rng.randint(0, 2)))
        dots = "." * rng.randint(0 if rest else 1, DEPTH + 1)
        yield dots + rest, module, rng.choice([True, False])


def sample_one_dot():
    """
    >>> resolve(".tax", "shop.cart", False)
    'shop.tax'
    """


def sample_two_dots():
    """
    >>> resolve("..tax", "shop.cart.items", False)
    'shop.tax'
    """


def sample_package():
    """
    >>> resolve(".items", "shop.cart", True)
    'shop.cart.items'
    """


def case_absolute_names_stay():
    """A name without a leading dot is absolute, wherever it is written: it stays as it is.

    >>> attempts("shop.cart", False, ["tax", "shop.tax", "cart", "json.decoder"])
    ['tax', 'shop.tax', 'cart', 'json.decoder']
    >>> attempts("shop", True, ["cart", "shop"]), attempts("tool", False, ["shop.cart"])
    (['cart', 'shop'], ['shop.cart'])
    """


def case_one_dot_is_the_own_package():
    """One dot means the package that the module is in, not the one above.

    >>> attempts("shop.cart.items", False, [".tax", ".items", ".tax.rates"])
    ['shop.cart.tax', 'shop.cart.items', 'shop.cart.tax.rates']
    """


def case_each_further_dot_goes_one_up():
    """Each dot after the first goes one package up.

    >>> names = [".x", "..x", "...x", "....x", "..x.y", "...x.y"]
    >>> attempts("shop.api.v1.users", False, names)
    ['shop.api.v1.x', 'shop.api.x', 'shop.x', 'ImportError', 'shop.api.x.y', 'shop.x.y']
    """


def case_package_starts_at_itself():
    """In the `__init__.py` of a package one dot is the package itself, so all is one level lower.

    >>> attempts("shop.api.v1", True, [".x", "..x", "...x", "....x"])
    ['shop.api.v1.x', 'shop.api.x', 'shop.x', 'ImportError']
    >>> attempts("shop.api.v1", False, [".x", "..x", "...x"])
    ['shop.api.x', 'shop.x', 'ImportError']
    """


def case_dots_alone():
    """`from .. import x` names a package and nothing in it: no dot may be left at the end.

    >>> attempts("shop.api.v1", False, [".", "..", "..."])
    ['shop.api', 'shop', 'ImportError']
    >>> attempts("shop.api", True, [".", "..", "..."])
    ['shop.api', 'shop', 'ImportError']
    """


def case_top_level_package():
    """A package at the top can look into itself, but there is nothing above it.

    >>> attempts("shop", True, [".", ".cart", ".cart.items", "..", "..cart", "...x"])
    ['shop', 'shop.cart', 'shop.cart.items', 'ImportError', 'ImportError', 'ImportError']
    """


def case_module_without_a_package():
    """A module that is in no package, such as a script, cannot import relatively: ImportError.

    >>> attempts("__main__", False, [".x", ".", "..x", "x"])
    ['ImportError', 'ImportError', 'ImportError', 'x']
    >>> attempts("tool", False, [".tool", "tool"])
    ['ImportError', 'tool']
    """


def case_same_word_on_several_levels():
    """The same word may occur on several levels: count levels, do not search for words.

    >>> attempts("a.a.a", False, [".a", "..a", "..a.b", "..", "...a"])
    ['a.a.a', 'a.a', 'a.a.b', 'a', 'ImportError']
    >>> attempts("cart.cart_items", False, [".cart", ".cart_items"])
    ['cart.cart', 'cart.cart_items']
    """


def case_random():
    """Some name is resolved wrongly: try several dots in a deep module, and in a package.

    >>> for name, module, is_package in imports(seed, 60):
    ...     attempt(name, module, is_package)                # doctest: +REFERENCE
    """


def source_by_hand():
    """I asked you to work the name out, not to let the import system do it.

    >>> helpers_used(tree)
    []
    """
