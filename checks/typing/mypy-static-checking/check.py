"""Check annotated assignments without running the program."""
import ast
import random

from answer import mismatches

ANNOTATIONS = [
    *("int", "float", "complex", "str", "bytes", "bool", "None", "list[int]", "Path"),
    *("int | None", "str | bytes", "Optional[float]", "bool | float", "None | Optional[str]"),
    *("Optional[Path]", "int | Path", "'int'", "'str | None'", "'Optional[bytes]'"),
]
VALUES = ["1", "-2", "+3", "1.5", "-0.5", "2j", "'x'", "b'x'", "True", "None", "[]", "f()", "name"]
NEVER = {"exec", "eval", "__import__", "get_type_hints", "importlib", "runpy"}
WAYS_IN = ["{}", "if True:\n    {}", "class C:\n    def f(self):\n        self.{}"]


def lines(*statements):
    """Check a program that consists of these lines."""
    return mismatches("\n".join(statements) + "\n")


def programs(seed, count):
    """Yield random programs."""
    chance = random.Random(seed)
    for _ in range(count):
        parts = []
        for number in range(8):
            statement = f"x{number}: {chance.choice(ANNOTATIONS)} = {chance.choice(VALUES)}"
            parts.append(chance.choice(WAYS_IN).format(statement))
        yield "\n".join(parts)


def used(tree):
    """Return what the answer uses that would run the program."""
    found = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.alias(name=name):
                found.add(name)
            case ast.ImportFrom(module=name):
                found.add(name)
    return sorted(found & NEVER)


def sample_two_mistakes():
    """
    >>> mismatches("port: int = '80'\\nhost: str = 'localhost'\\ntimeout: float = None")
    [1, 3]
    """


def case_simple_types():
    """Each type takes its own literals and no others.

    >>> lines("a: int = 1", "b: str = 'x'", "c: bytes = b'x'", "d: bool = True", "e: float = 1.5")
    []
    >>> lines("a: int = 'x'", "b: str = 1", "c: bytes = 'x'", "d: str = b'x'", "e: bool = 'True'")
    [1, 2, 3, 4, 5]
    >>> lines("a: str = True", "b: complex = 'x'", "c: complex = 2j", "d: bytes = 0", "e: int = 0")
    [1, 2, 4]
    """


def case_bool_and_numbers_widen():
    """True fits int, an int fits float, and so on up to complex.

    >>> lines("a: int = True", "b: float = 1", "c: float = False", "d: complex = 1.5", "e: str = 2")
    [5]
    >>> lines("a: complex = 1", "b: complex = True", "c: str = True")
    [3]
    """


def case_numbers_do_not_narrow():
    """A float fits no int, and an int no bool, even if the values are equal.

    >>> lines("a: int = 1.0", "b: bool = 1", "c: bool = 0",
    ...       "d: float = 1j", "e: int = 2j", "f: int = 1")
    [1, 2, 3, 4, 5]
    """


def case_none():
    """None fits only where None is allowed by name.

    >>> lines("a: int = None", "b: None = None", "c: None = 0", "d: bool = None", "e: str = None")
    [1, 3, 4, 5]
    >>> lines("a: None = False", "b: Optional[int] = None", "c: int | None = None")
    [1]
    """


def case_unions():
    """A value fits a union if it fits one of its members, wherever that stands.

    >>> lines("a: int | str = 'x'", "b: int | str = 1", "c: int | str = b'x'",
    ...       "d: None | int = 1.5")
    [3, 4]
    >>> lines("a: int | str | None = None", "b: bytes | float = 2", "c: bytes | bool | str = 2")
    [3]
    >>> lines("a: Optional[str] = 1", "b: Optional[int | str] = 'x'",
    ...       "c: Optional[int] | str = b''")
    [1, 3]
    """


def case_signs():
    """A number with a sign is a literal too.

    >>> lines("a: str = -1", "b: int = -1", "c: int = +1.5",
    ...       "d: float = -2", "e: bytes = +3", "f: bool = -1")
    [1, 3, 5, 6]
    """


def case_annotations_as_text():
    """An annotation may be written as a text.

    >>> lines("a: 'int' = 'x'", "b: 'int' = 1", "c: 'int | None' = None", "d: 'Optional[str]' = 2")
    [1, 4]
    >>> lines("a: 'int' | None = 'x'", "b: Optional['str'] = 'x'", "c: 'Path' = 1")
    [1]
    """


def case_unknown_types_and_values():
    """What the checker does not know, it does not report.

    >>> lines("a: list[int] = 1", "b: Path = 'x'", "c: int | Path = 'x'", "d: Optional[Path] = 1")
    []
    >>> lines("a: int = f('x')", "b: int = text", "c: int = ['x']",
    ...       "d: str = 1 + 2", "e: int", "f: str = ...", "g: int & str = b''")
    []
    >>> lines("a: List = None", "b: x.int = 'x'", "c: Final[int] = 'x'",
    ...       "d: dict = b''", "e: str = 5")
    [5]
    """


def case_anywhere_in_the_program():
    """Functions, classes and branches hold assignments too, and a target may be an attribute.

    >>> lines("def f():", "    a: int = 'x'", "    def g():", "        b: str = 1", "    return g")
    [2, 4]
    >>> lines("class C:", "    n: int = 1.5", "    def f(self):", "        self.x: bytes = 'x'")
    [2, 4]
    >>> lines("if a:", "    b: int = 1", "else:", "    for c in d:",
    ...       "        e[0]: str = 1", "f: int = ''")
    [5, 6]
    >>> lines("async def f():", "    async with a:", "        try: pass",
    ...       "        finally: b: int = ''")
    [4]
    """


def case_parameters_are_no_assignments():
    """Defaults of parameters and plain assignments are not what was asked for.

    >>> lines("def f(a: int = 'x', *, b: str = 1) -> int:", "    return 'x'", "c = 1", "c: str = 2")
    [4]
    """


def case_texts_that_look_like_code():
    """Comments and texts are not code.

    >>> lines("# a: int = 'x'", "text = 'b: int = 1.5'", "d = {'e': 1}", "f: int = 'g: int = 1'")
    [4]
    >>> lines("text = " + 3 * "'", "a: int = 'x'", 3 * "'", "b: int = 'x'")
    [4]
    """


def case_statement_over_several_lines():
    """A statement counts where it begins, and a line may hold several statements.

    >>> lines("a: int = (", "    'x'", ")", "b: (", "    str", ") = 1", "c: int = 1; d: int = 'x'")
    [1, 4, 7]
    """


def case_ascending_and_once():
    """The lines are in ascending order, and none is listed twice.

    >>> lines("def f():", "    a: int = 'x'", "b: int = 'x'; c: int = 'y'",
    ...       "if d:", "    e: str = 1", "g: int = ''")
    [2, 3, 5, 6]
    """


def case_program_is_not_run():
    """The program is only read: it may stop, fail, loop or lack its imports when it is run.

    >>> lines("raise SystemExit(1)", "a: int = 'x'"), lines("import no_such_module", "a: int = 'x'")
    ([2], [2])
    >>> lines("1 / 0", "while True: pass", "a: undefined = b", "c: str = 1")
    [4]
    """


def case_syntax_error():
    """A program that cannot be parsed is the caller's problem: SyntaxError.

    >>> mismatches("a: int = = 1")
    Traceback (most recent call last):
    SyntaxError
    >>> mismatches(""), mismatches("# nothing here")
    ([], [])
    """


def case_random():
    """In some program the wrong lines are reported.

    >>> for program in programs(seed, 30): mismatches(program)  # doctest: +REFERENCE
    """


def source_nothing_is_executed():
    """A static checker has no use for what runs or imports code.

    >>> used(tree)
    []
    """
