"""Flatten, filter and square in one list comprehension."""
import ast
import random

from answer import positive_squares

COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
INSTEAD = {"append", "extend", "chain", "sum", "map", "filter", "reduce"}


def random_rows(seed, count):
    """Yield lists of rows of different lengths."""
    chance = random.Random(seed)
    for _ in range(count):
        lengths = chance.choices(range(6), k=chance.randrange(5))
        yield [chance.choices(range(-9, 10), k=length) for length in lengths]


def rows_after(rows):
    squares = positive_squares(rows)
    return rows, squares


def comprehensions(tree):
    """Return the kind of each comprehension and its number of `for` clauses."""
    found = [node for node in ast.walk(tree) if isinstance(node, COMPREHENSIONS)]
    return [(type(node).__name__, len(node.generators)) for node in found]


def written_instead(tree):
    """Return the loop statements and the helpers that do the work of a comprehension."""
    used = set()
    for node in ast.walk(tree):
        match node:
            case ast.For():
                used.add("for statement")
            case ast.While():
                used.add("while statement")
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                used.update({name} & INSTEAD)
    return sorted(used)


def growing(size):
    """Rows of two numbers, one of which is kept."""
    return positive_squares, [[number, -number] for number in range(size // 2)]


def sample_two_rows():
    """
    >>> positive_squares([[1, -2, 3], [4, -6]])
    [1, 9, 16]
    """


def sample_nothing():
    """
    >>> positive_squares([])
    []
    """


def case_only_positive_numbers():
    """The number itself must be positive: 0 and -4 give nothing.

    >>> positive_squares([[-4, -3, -2, -1, 0, 1, 2, 3, 4]])
    [1, 4, 9, 16]
    >>> positive_squares([[0], [-6, 10], [7, -8]])
    [100, 49]
    >>> positive_squares([[-1, -3], [-2, 0]])
    []
    """


def case_ragged_and_empty_rows():
    """Rows have any length, and an empty row adds nothing.

    >>> positive_squares([[], [8], [], [1, -2, 12, 5], []])
    [64, 1, 144, 25]
    >>> positive_squares([[], [], []]), positive_squares([[14]])
    ([], [196])
    """


def case_order_is_kept():
    """The squares come row by row, each row from left to right.

    >>> positive_squares([[10, 2, 6], [8, 4], [20, -1, 9]])
    [100, 4, 36, 64, 16, 400, 81]
    """


def case_repeated_numbers():
    """Each occurrence counts: nothing asked you to remove repeats.

    >>> positive_squares([[2, 2, -3], [2, 6, 6]])
    [4, 4, 4, 36, 36]
    """


def case_any_iterable():
    """Rows and numbers may come from any iterable, even from one that can be walked only once.

    >>> positive_squares(iter([(2, -3), range(4, 7), {8: "eight"}]))
    [4, 16, 25, 36, 64]
    >>> positive_squares((number for number in row) for row in ([22], [-1, 30]))
    [484, 900]
    """


def case_input_stays_as_it_was():
    """The rows belong to the caller and are only read.

    >>> rows_after([[3, 2], [], [4, -4]])
    ([[3, 2], [], [4, -4]], [9, 4, 16])
    """


def case_random():
    """Some rows come out wrong: try negative numbers, zero, repeats and empty rows by hand.

    >>> for rows in random_rows(seed, 20): positive_squares(rows)  # doctest: +REFERENCE
    """


def source_one_comprehension():
    """You were asked for one list comprehension with two `for` clauses, and nothing else.

    >>> comprehensions(tree), written_instead(tree)
    ([('ListComp', 2)], [])
    """
