"""Turn a check into set-up, cases and examples. Nothing of the check is executed."""
import ast
import doctest
import math

OURS = ("ANY_ORDER", "APPROX", "BETWEEN", "REFERENCE", "TEXT")
FLAG_NAMES = {doctest.register_optionflag(name): name for name in OURS}
FLAG_NAMES[doctest.ELLIPSIS] = "ELLIPSIS"
FLAG_NAMES[doctest.NORMALIZE_WHITESPACE] = "NORMALIZE_WHITESPACE"

# Which flags make sense for which way of comparing.
FITTING = {
    "values": {"ANY_ORDER", "APPROX"},
    "between": {"BETWEEN"},
    "text": {"TEXT", "ELLIPSIS", "NORMALIZE_WHITESPACE"},
    "raises": set(),
    "reference": {"REFERENCE", "ANY_ORDER", "APPROX"},
}

KINDS = ("sample", "case", "source")
MAX_BOUND = 2**63 - 1

# As `MAX_EXAMPLES` in model/limits.rs.
MAX_EXAMPLES = 1000


class Problem(Exception):
    """A line of the check, and what is wrong there."""

    def __init__(self, line, message):
        super().__init__(line or 0, message)


def parse(source):
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        raise Problem(error.lineno, f"the check does not compile: {error.msg}") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise Problem(0, f"the check does not compile: {error}") from None
    title = ast.get_docstring(tree) or ""
    cases = [node for node in tree.body if is_case(node)]
    if not cases:
        raise Problem(0, "the check has no `sample_*`, `case_*` or `source_*` function")
    setup = [node for node in tree.body if node not in cases]
    names = answer_names(setup)
    growing_takes_a_size(setup)
    seen = {}
    for node in cases:
        if node.name in seen:
            raise Problem(node.lineno, f"`{node.name}` is already defined on line {seen[node.name]}")
        seen[node.name] = node.lineno
    return (
        title.strip().split("\n")[0],
        unparse(setup),
        unparse([node for node in setup if not imports_answer(node)]),
        names,
        [read_case(node) for node in cases],
    )


def is_case(node):
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    return any(node.name.startswith(kind + "_") for kind in KINDS)


def imports_answer(node):
    return isinstance(node, ast.ImportFrom) and node.module == "answer" and node.level == 0


def answer_names(setup):
    names = []
    for node in setup:
        for inner in ast.walk(node):
            if isinstance(inner, ast.Import) and any(alias.name == "answer" for alias in inner.names):
                raise Problem(inner.lineno, "write `from answer import name` instead of `import answer`")
            if not imports_answer(inner):
                continue
            if inner is not node:
                raise Problem(inner.lineno, "import from the answer at the top level of the check")
            if any(alias.name == "*" for alias in inner.names):
                raise Problem(inner.lineno, "import the names of the answer one by one, not `*`")
            names.extend(alias.name for alias in inner.names)
    if not names:
        raise Problem(0, "the check imports nothing from the answer; write `from answer import name`")
    return names


def growing_takes_a_size(setup):
    for node in setup:
        if isinstance(node, ast.FunctionDef) and node.name == "growing":
            arguments = node.args
            others = arguments.posonlyargs or arguments.kwonlyargs or arguments.vararg or arguments.kwarg
            if len(arguments.args) != 1 or others or node.decorator_list:
                raise Problem(
                    node.lineno, "`growing` takes one size and returns a function with its arguments: `def growing(size):`"
                )


class StripDocstrings(ast.NodeTransformer):
    def strip(self, node):
        self.generic_visit(node)
        if ast.get_docstring(node, clean=False) is not None:
            node.body = node.body[1:] or [ast.Pass()]
        return node

    visit_FunctionDef = visit_AsyncFunctionDef = visit_ClassDef = visit_Module = strip


def unparse(nodes):
    """Source without comments, docstrings and cases: all that a child sees of the check."""
    module = StripDocstrings().visit(ast.parse(ast.unparse(ast.Module(nodes, []))))
    return ast.unparse(ast.fix_missing_locations(module)) + "\n"


def read_case(node):
    if isinstance(node, ast.AsyncFunctionDef):
        raise Problem(node.lineno, f"`{node.name}` is async; a case is a plain function with a docstring")
    arguments = node.args
    if arguments.args or arguments.posonlyargs or arguments.kwonlyargs or arguments.vararg or arguments.kwarg:
        raise Problem(node.lineno, f"`{node.name}` has parameters; a case has none")
    if node.decorator_list:
        raise Problem(node.lineno, f"`{node.name}` is decorated; a case is a plain function")
    docstring = ast.get_docstring(node, clean=False)
    if docstring is None or len(node.body) != 1:
        raise Problem(node.lineno, f"`{node.name}` must consist of a docstring and nothing else")
    first_line = node.body[0].lineno
    try:
        parts = doctest.DocTestParser().parse(docstring, node.name)
    except ValueError as error:
        raise Problem(first_line, f"{error}") from None
    examples = [part for part in parts if isinstance(part, doctest.Example)]
    if not examples:
        raise Problem(node.lineno, f"`{node.name}` has no example; write one after `>>>`")
    if len(examples) > MAX_EXAMPLES:
        raise Problem(node.lineno, f"`{node.name}` has {len(examples)} examples; at most {MAX_EXAMPLES} are tried")
    return (
        node.name,
        node.name.split("_")[0],
        sentence_of(parts[0]) if isinstance(parts[0], str) else "",
        node.lineno,
        [read_example(example, first_line + example.lineno) for example in examples],
    )


def sentence_of(text):
    paragraph = text.strip().split("\n\n")[0]
    return " ".join(paragraph.split())


def read_example(example, line):
    flags = set()
    for flag, on in example.options.items():
        if flag not in FLAG_NAMES:
            known = ", ".join(sorted(FLAG_NAMES.values()))
            raise Problem(line, f"this doctest option has no meaning here; there are {known}")
        if on:
            flags.add(FLAG_NAMES[flag])
    try:
        compile(example.source, "<example>", "single", dont_inherit=True)
        statements = ast.parse(example.source).body
    except SyntaxError as error:
        raise Problem(line + (error.lineno or 1) - 1, f"the example does not compile: {error.msg}") from None
    want_line = line + example.source.count("\n")
    mode, payload = read_want(example, flags, statements, want_line)
    for flag in sorted(flags - FITTING[mode]):
        raise Problem(line, f"`{flag}` does not fit an example that expects {DESCRIBED[mode]}")
    return (example.source, line, example.want, mode, sorted(flags), payload)


DESCRIBED = {
    "values": "values",
    "between": "a count between bounds",
    "text": "printed text",
    "raises": "an exception",
    "reference": "what the reference gives",
}


def read_want(example, flags, statements, line):
    want = example.want
    if "REFERENCE" in flags:
        if want:
            raise Problem(line, "an example with `REFERENCE` has no expected output of its own")
        return "reference", None
    if example.exc_msg is not None:
        return "raises", example.exc_msg.split(":")[0].strip()
    if "BETWEEN" in flags:
        return "between", read_bounds(want, line)
    if "TEXT" in flags or (statements and prints(statements[-1])):
        lines = ["" if text.strip() == doctest.BLANKLINE_MARKER else text for text in want.split("\n")]
        return "text", "\n".join(lines)
    if not want.strip():
        return "values", []
    return "values", read_values(want, line)


def prints(statement):
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        for node in ast.walk(statement)
    )


def read_bounds(want, line):
    bounds = read_literal(want, line)
    if type(bounds) is not tuple or [type(bound) for bound in bounds] != [int, int]:
        raise Problem(line, "`BETWEEN` expects two ints, `(lowest, highest)`")
    low, high = bounds
    if low > high or max(abs(low), abs(high)) > MAX_BOUND:
        raise Problem(line, f"no int lies between {low} and {high}")
    return low, high


def read_values(want, line):
    try:
        return [read_literal(want, line)]
    except Problem as problem:
        lines = want.strip().split("\n")
        if len(lines) == 1:
            raise
        try:
            return [read_literal(text, line + number) for number, text in enumerate(lines)]
        except Problem:
            raise problem from None


def read_literal(text, line):
    try:
        return literal(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError, TypeError, RecursionError):
        shown = text.strip().split("\n")[0]
        raise Problem(
            line, f"`{shown}` is not a literal; expect literals, print text, or use a flag (`TEXT`, `REFERENCE`)"
        ) from None


def literal(node):
    """As `ast.literal_eval`, with nan, inf, set() and frozenset(...)."""
    if isinstance(node, ast.Constant) and node.value is not Ellipsis:
        return node.value
    if isinstance(node, ast.Name) and node.id in ("nan", "inf"):
        return getattr(math, node.id)
    if isinstance(node, ast.Tuple):
        return tuple(map(literal, node.elts))
    if isinstance(node, ast.List):
        return list(map(literal, node.elts))
    if isinstance(node, ast.Set):
        return set(map(literal, node.elts))
    if isinstance(node, ast.Dict) and None not in node.keys:
        return dict(zip(map(literal, node.keys), map(literal, node.values), strict=True))
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.UAdd, ast.USub)):
        number = literal(node.operand)
        if type(number) in (int, float, complex):
            return +number if isinstance(node.op, ast.UAdd) else -number
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        left, right = literal(node.left), literal(node.right)
        if type(left) in (int, float) and type(right) is complex:
            return left + right if isinstance(node.op, ast.Add) else left - right
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        if node.func.id in ("set", "frozenset") and len(node.args) <= 1:
            return (set if node.func.id == "set" else frozenset)(*map(literal, node.args))
    raise ValueError("not a literal")
