"""Bring a module into the shape of PEP 8 without changing what it does."""
import ast
import io
import random
import re
import tokenize
from itertools import pairwise

from answer import Receipt, total

SNAKE = re.compile(r"_*[a-z][a-z0-9_]*|_+|_*[A-Z][A-Z0-9_]*")
CAPWORDS = re.compile(r"_*[A-Z][A-Za-z0-9]*")
SPACED = {"=", "==", "!=", "<", ">", "<=", ">=", "+=", "-=", "*=", "/=", "->", ":="}
BLOCKS = {"if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class"}
LINE_ENDS = (tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT)
BETWEEN_STATEMENTS = (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)


class Agreeable:
    """A price that says yes to every comparison, and calls itself false."""

    def __init__(self, price):
        self.price = price

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __bool__(self):
        return False

    def __float__(self):
        return self.price


class Failing:
    """A price that cannot be had."""

    def __init__(self, error):
        self.error = error

    def __float__(self):
        raise self.error


def outcome(prices):
    """Return the total, or the name of what was raised."""
    try:
        return total(prices)
    except (ArithmeticError, OSError, ValueError, KeyboardInterrupt, SystemExit) as error:
        return type(error).__name__


def receipt(title, prices, rate=None):
    return Receipt(title, prices, rate).text()


def many(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        prices = [
            chance.choice([chance.randrange(-500, 900) / 4, str(chance.randrange(99)), None])
            for _ in range(chance.randrange(7))
        ]
        yield prices, chance.choice([None, 0, 0.25, 0.5])


def layout(source):
    """Return what is wrong with lines, blank lines and spaces."""
    lines = source.split("\n")
    found = set()
    for number, line in enumerate(lines, start=1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            found.add("tab")
        if len(line) > 79:
            found.add(f"line {number} is longer than 79 characters")
        if line != line.rstrip():
            found.add(f"space at the end of line {number}")
    found |= crowded(ast.parse(source), lines) | spaces(source)
    return sorted(found)


def crowded(tree, lines):
    """Return whether top-level definitions stand too close or too far apart."""
    found = set()
    definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    for before, after in pairwise(tree.body):
        if isinstance(before, definitions) or isinstance(after, definitions):
            first = min([after.lineno, *(d.lineno for d in getattr(after, "decorator_list", []))])
            between = lines[before.end_lineno : first - 1]
            blank = sum(not line.strip() for line in between)
            if blank < 2 or blank > 2 + (len(between) - blank):
                found.add("not two blank lines around a definition")
    return found


def spaces(source):
    """Return where a space is missing or too much."""
    found, brackets, opener = set(), [], ""
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    formatted = 0  # CPython from 3.12 on looks into f-strings; here they are left alone
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        kind, text = tokenize.tok_name[token.type], token.string
        formatted += (kind == "FSTRING_START") - (kind == "FSTRING_END")
        if before.type in BETWEEN_STATEMENTS and kind == "NAME":
            opener = text
        if kind != "OP" or formatted:
            continue
        left = before.end[0] == token.start[0] and before.end[1] < token.start[1]
        begins_line = before.end[0] < token.start[0]
        ends_line = after.start[0] > token.end[0] or after.type in LINE_ENDS
        body_below = ends_line or after.string == "..."
        right = not ends_line and token.end[1] < after.start[1]
        if text in "([{":
            brackets.append(text)
            if right:
                found.add("space after an opening bracket")
        elif text in ")]}":
            brackets.pop()
            if left and before.string != ",":
                found.add("space before a closing bracket")
        elif text == ",":
            if left or not (right or ends_line or after.string in ")]}"):
                found.add("spaces around a comma")
        elif text == ";" or (text == ":" and not brackets and opener in BLOCKS and not body_below):
            found.add("several statements in a line")
        elif text == "=" and brackets:
            if (left or right) and ":" not in token.line[: token.start[1]]:
                found.add("spaces around the = of a parameter")
        elif text in SPACED and not ((left or begins_line) and (right or ends_line)):
            found.add("no spaces around an operator")
        if text == ":" and left and "[" not in brackets:
            found.add("space before a colon")
    return found


def imports(tree):
    """Return what is wrong with imports."""
    found = set()
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            continue
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            if isinstance(node, ast.Import) and len(node.names) > 1:
                found.add("several imports in a line")
            names = {(alias.asname or alias.name).split(".")[0] for alias in node.names}
            if "*" in names:
                found.add("star import")
            if names - used - {"*"}:
                found.add("unused import")
    return sorted(found)


def bad_names(tree):
    """Return the names that are not written as PEP 8 has them."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.ClassDef(name=name):
                if not CAPWORDS.fullmatch(name):
                    found.add(name)
            case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name) | (
                ast.FunctionDef(name=name) | ast.Attribute(attr=name, ctx=ast.Store())
            ):
                if not SNAKE.fullmatch(name) or name in ("l", "O", "I"):
                    found.add(name)
    return sorted(found)


def bad_idioms(tree):
    """Return the constructs that PEP 8 advises against."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, ops=ops, comparators=others):
                equality = any(isinstance(op, (ast.Eq, ast.NotEq)) for op in ops)
                singletons = {ast.unparse(side) for side in (left, *others)}
                if equality and singletons & {"None", "True", "False"}:
                    found.add("equality with None, True or False")
            case ast.ExceptHandler(type=None):
                found.add("bare except")
            case ast.Assign(value=ast.Lambda()) | ast.AnnAssign(value=ast.Lambda()):
                found.add("assigned lambda")
            case ast.UnaryOp(op=ast.Not(), operand=ast.Compare(ops=[ast.Is() | ast.In()])):
                found.add("not before is or in")
    return sorted(found)


def sample_total():
    """
    >>> total([10, "2.5", None]), total([10], rate=0.5)
    (12.5, 15.0)
    """


def sample_receipt():
    """
    >>> print(Receipt("Books", [19.99, 5]).text())
    Books
    -----
    total 24.99
    """


def case_none_is_skipped():
    """A price of None is skipped, wherever it stands.

    >>> total([None, 4, None, 2.25]), total([None, None]), total([])
    (6.25, 0, 0)
    """


def case_rate_zero_and_none():
    """A rate of None means no tax; a rate of 0 is a rate. The total has two decimals.

    >>> total(["1e2", 1], rate=0), total([0.125, 1], 0.2), total([8, -9.5], None)
    (101.0, 1.35, -1.5)
    >>> total([2.003, 3.004]), total(["7"], rate=-0.5)
    (5.01, 3.5)
    """


def case_no_number():
    """What is no number is a ValueError, of whatever type it is.

    >>> outcome([1, "free"]), outcome([[]]), outcome([{}, 2]), outcome([""])
    ('ValueError', 'ValueError', 'ValueError', 'ValueError')
    """


def case_receipts():
    """A receipt is the title, a line as long as the title, and the total or credit.

    >>> receipt("Returned", ["-3", 1], 0.1)
    'Returned\\n--------\\ncredit -2.20'
    >>> receipt("", [None], 0.5), receipt("x", [0.004, -0.004])
    ('\\n\\ntotal 0.00', 'x\\n-\\ntotal 0.00')
    >>> receipt("Deposit", [-0.5]), receipt("Gift", [1, "-1.01"])
    ('Deposit\\n-------\\ncredit -0.50', 'Gift\\n----\\ncredit -0.01')
    """


def case_equal_to_everything():
    """Only None itself is None: an object that calls itself equal to it is a price like any other.

    >>> total([Agreeable(4.5), None, 1]), total([Agreeable(7.25)])
    (5.5, 7.25)
    """


def case_interrupt_passes():
    """Ctrl-C is not a wrong price: a bare `except` hides it.

    >>> outcome([Failing(KeyboardInterrupt())]), outcome([Failing(SystemExit())])
    ('KeyboardInterrupt', 'SystemExit')
    """


def case_other_errors_pass():
    """An error that has nothing to do with numbers must not be called a wrong price.

    >>> outcome([Failing(ZeroDivisionError())]), outcome([Failing(ConnectionError())])
    ('ZeroDivisionError', 'ConnectionError')
    """


def case_random():
    """Some mixture of prices and rate gives another total than before.

    >>> for prices, rate in many(seed, 20): total(prices, rate)  # doctest: +REFERENCE
    """


def source_layout():
    """PEP 8 has its say about indentation, line length, blank lines and spaces.

    >>> layout(source)
    []
    """


def source_imports():
    """One import a line, no star, and nothing imported that nobody uses.

    >>> imports(tree)
    []
    """


def source_names():
    """Functions, parameters, variables and attributes are snake_case, classes CapWords.

    >>> bad_names(tree)
    []
    """


def source_idioms():
    """PEP 8 advises against some constructs, and here two of them are bugs.

    >>> bad_idioms(tree)
    []
    """
