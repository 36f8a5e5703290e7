"""Make mutants of a right answer: the answer with one small change each. Nothing of it is executed."""
import ast
import warnings

ARITHMETIC = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Div, ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult, ast.LShift: ast.RShift, ast.RShift: ast.LShift, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
}
COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}

# Calls whose result is a copy of what they are given, or close enough to be tried.
COPIES = {"list", "tuple", "set", "frozenset", "dict", "sorted", "iter", "copy", "deepcopy"}

# Functions that do not ask which argument comes first.
SYMMETRIC = {"min", "max", "gcd", "lcm", "hypot", "print"}

# As `MAX_MUTANTS` in model/limits.rs.
MAX_MUTANTS = 3000


def mutate(source):
    """The answer as `ast.unparse` writes it, and its mutants: line, what was there, what became of it, and which part
    of the bytes of the answer is replaced by what."""
    tree = ast.parse(source)
    base = ast.unparse(tree) + "\n"
    seen = {code_key(base)}
    found = []
    for line, was, became in changes(tree):
        if len(found) == MAX_MUTANTS:
            break
        mutant = ast.unparse(tree) + "\n"
        key = code_key(mutant)
        if key is not None and key not in seen:
            seen.add(key)
            found.append((line, was, became, *patch(base.encode(), mutant.encode())))
    return base, sorted(found, key=lambda mutant: mutant[0])


def code_key(source):
    """Equal for two texts that compile to the same instructions; None for a text that does not compile."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return key_of(compile(source, "answer.py", "exec", dont_inherit=True))
    except (SyntaxError, ValueError, RecursionError):
        return None


def key_of(code):
    constants = tuple(
        key_of(constant) if hasattr(constant, "co_code") else (type(constant).__name__, repr(constant))
        for constant in code.co_consts
    )
    names = code.co_names, code.co_varnames, code.co_freevars, code.co_cellvars
    return code.co_code, constants, names, code.co_flags, getattr(code, "co_exceptiontable", b""), code.co_name


def patch(base, mutant):
    """The smallest range of `base` that differs, and what stands there instead; cut between characters."""
    start = 0
    while start < min(len(base), len(mutant)) and base[start] == mutant[start]:
        start += 1
    end = 0
    while end < min(len(base), len(mutant)) - start and base[-1 - end] == mutant[-1 - end]:
        end += 1
    while start and is_inside_character(base, start):
        start -= 1
    while end and is_inside_character(base, len(base) - end):
        end -= 1
    return start, len(base) - end, mutant[start:len(mutant) - end].decode()


def is_inside_character(text, at):
    return at < len(text) and text[at] & 0xC0 == 0x80


def changes(node, line=0):
    """Change the tree in place, yield what was changed, and change it back, for each change there is below `node`."""
    for holder, key, child in children(node):
        line = getattr(child, "lineno", line)
        for became in replacements(child, node):
            # A constant alone says little: it is shown with what stands around it.
            within = node if isinstance(child, ast.Constant) and is_short(node) else None
            was = shown(within or child)
            put(holder, key, became)
            yield line, was, shown(within or became)
            put(holder, key, child)
        if not is_left_alone(child):
            yield from changes(child, line)
    for field in ("body", "orelse", "finalbody", "handlers", "decorator_list", "ifs", "keywords"):
        nodes = getattr(node, field, None)
        if isinstance(nodes, list):
            yield from removals(node, field, nodes)


def children(node):
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "type_params", "type_comment", "format_spec", "names", "ctx", "op", "ops"):
            continue
        if isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, ast.AST):
                    yield value, index, item
        elif isinstance(value, ast.AST):
            yield node, field, value


def put(holder, key, node):
    if isinstance(holder, list):
        holder[key] = node
    else:
        setattr(holder, key, node)


def shown(node):
    """The first line of a node; the rest of a long statement says nothing more."""
    text = ast.unparse(node) if node is not None else ""
    first, *rest = text.split("\n")
    return f"{first} ..." if rest else first


def is_short(node):
    statements = ast.Return, ast.Assign, ast.AugAssign, ast.AnnAssign
    return isinstance(node, (ast.expr, ast.arguments, ast.keyword, *statements))


def is_left_alone(node):
    """What no check looks at: docstrings, texts of exceptions, what only runs as a script, and imports."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, (ast.Import, ast.ImportFrom, ast.Raise, ast.Assert, ast.Global, ast.Nonlocal)):
        return True
    if isinstance(node, ast.If):
        names = [inner.id for inner in ast.walk(node.test) if isinstance(inner, ast.Name)]
        return "__name__" in names or "TYPE_CHECKING" in names
    return False


def removals(node, field, nodes):
    """Leave one item of a list out: a statement, a handler, a decorator, a condition, a named argument."""
    if field in ("orelse", "finalbody") and nodes and not isinstance(node, ast.IfExp):
        # A whole branch. An `elif` is an `if` in the list and is left out as a statement too.
        kept, nodes[:] = list(nodes), []
        if field == "orelse" or node.handlers:
            yield kept[0].lineno, ("else: " if field == "orelse" else "finally: ") + shown(kept[0]), ""
        nodes[:] = kept
    if field == "body" and isinstance(node, ast.Module):
        return
    for index, item in enumerate(list(nodes)):
        is_statement = isinstance(item, ast.stmt)
        if is_statement and (is_left_alone(item) and not isinstance(item, (ast.Raise, ast.Assert)) or is_idle(item)):
            continue
        if isinstance(item, ast.Return) and index == len(nodes) - 1 and isinstance(node, ast.FunctionDef):
            continue  # As returning None.
        if field == "handlers" and len(nodes) == 1 and not node.finalbody:
            continue  # Would not compile.
        if isinstance(item, ast.keyword) and isinstance(node, ast.ClassDef):
            continue
        kept = list(nodes)
        del nodes[index]
        if is_statement and not nodes and field == "body":
            nodes.append(ast.Pass())
        prefix = {"decorator_list": "@", "ifs": "if ", "handlers": ""}.get(field, "")
        yield getattr(item, "lineno", getattr(node, "lineno", 0)), prefix + shown(item), ""
        nodes[:] = kept


def is_idle(node):
    return isinstance(node, (ast.Pass, ast.Import, ast.ImportFrom))


def replacements(node, parent):
    if isinstance(node, ast.stmt):
        yield from statement_replacements(node)
    elif isinstance(node, ast.expr) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
        yield from expression_replacements(node, parent)
    elif isinstance(node, ast.comprehension):
        for index, test in enumerate(node.ifs):
            for negated in negations(test):
                ifs = [negated if place == index else other for place, other in enumerate(node.ifs)]
                yield ast.comprehension(node.target, node.iter, ifs, node.is_async)


def statement_replacements(node):
    if is_left_alone(node):
        return
    if isinstance(node, ast.Return) and not is_none(node.value):
        yield ast.Return(ast.Constant(None))
    elif isinstance(node, ast.AugAssign):
        yield ast.AugAssign(node.target, ARITHMETIC.get(type(node.op), ast.Add)(), node.value)
        yield ast.Assign([node.target], node.value, lineno=node.lineno)
    elif isinstance(node, (ast.If, ast.While)):
        yield from (type(node)(test, node.body, node.orelse) for test in negations(node.test))
    elif isinstance(node, (ast.Break, ast.Continue)):
        yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()
    elif isinstance(node, ast.With):
        yield ast.If(ast.Constant(True), node.body, [])


def is_none(node):
    return node is None or isinstance(node, ast.Constant) and node.value is None


def negations(test):
    """`if x` as `if not x`; a comparison has its own opposite, and so has what is negated already."""
    if not isinstance(test, (ast.Compare, ast.UnaryOp, ast.Constant)) or isinstance(test, ast.Compare) and len(test.ops) > 1:
        yield ast.UnaryOp(ast.Not(), test)


def expression_replacements(node, parent):
    if isinstance(node, ast.BinOp) and type(node.op) in ARITHMETIC:
        yield ast.BinOp(node.left, ARITHMETIC[type(node.op)](), node.right)
    elif isinstance(node, ast.Compare):
        for index, operator in enumerate(node.ops):
            for other in COMPARISONS[type(operator)]:
                yield ast.Compare(node.left, node.ops[:index] + [other()] + node.ops[index + 1:], node.comparators)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        for index in range(len(node.values)):
            values = node.values[:index] + node.values[index + 1:]
            yield values[0] if len(values) == 1 else ast.BoolOp(node.op, values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield node.operand
    elif isinstance(node, ast.Constant):
        yield from (ast.Constant(value) for value in other_constants(node.value, parent))
    elif isinstance(node, ast.IfExp):
        yield from (ast.IfExp(test, node.body, node.orelse) for test in negations(node.test))
    elif isinstance(node, ast.Lambda) and not is_none(node.body):
        yield ast.Lambda(node.args, ast.Constant(None))
    elif isinstance(node, ast.Yield) and not is_none(node.value):
        yield ast.Yield(ast.Constant(None))
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        yield from slice_replacements(node)
    elif isinstance(node, ast.Call):
        yield from call_replacements(node)


def other_constants(value, parent):
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
        yield value - 1
    elif isinstance(value, float):
        yield value + 1.0
    elif value is None and not isinstance(parent, (ast.Compare, ast.Assign, ast.AnnAssign, ast.List, ast.Tuple)):
        # In a comparison it does not compile, and what is only stored is mostly replaced before it is read.
        yield 0
    elif isinstance(value, (str, bytes)):
        yield value[:0] or (b"x" if isinstance(value, bytes) else "x")


def slice_replacements(node):
    bounds = node.slice
    if not (bounds.lower or bounds.upper or bounds.step):
        yield node.value
    for field in ("lower", "upper"):
        bound = getattr(bounds, field)
        # A constant has neighbours of its own.
        if bound is not None and not is_number(bound):
            parts = {"lower": bounds.lower, "upper": bounds.upper, "step": bounds.step} | {field: neighbours(bound)[0]}
            yield ast.Subscript(node.value, ast.Slice(**parts), node.ctx)


def call_replacements(node):
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", None)
    for index in range(0 if name in SYMMETRIC else len(node.args) - 1):
        swapped = list(node.args)
        swapped[index:index + 2] = swapped[index + 1], swapped[index]
        if not any(isinstance(argument, ast.Starred) for argument in swapped):
            yield ast.Call(node.func, swapped, node.keywords)
    if name == "range":
        for index, argument in enumerate(node.args[:2]):
            if not is_number(argument):
                for other in neighbours(argument):
                    yield ast.Call(node.func, node.args[:index] + [other] + node.args[index + 1:], node.keywords)
    if name == "len":
        yield neighbours(node)[1]
    if name == "deepcopy" and len(node.args) == 1:
        module = ast.Call(ast.Name("__import__", ast.Load()), [ast.Constant("copy")], [])
        yield ast.Call(ast.Attribute(module, "copy", ast.Load()), node.args, [])
    if name in COPIES and len(node.args) == 1 and not isinstance(node.args[0], (ast.Starred, ast.GeneratorExp)):
        yield node.args[0]
    if name == "copy" and not node.args and isinstance(node.func, ast.Attribute):
        yield node.func.value


def is_number(node):
    if isinstance(node, ast.UnaryOp):
        node = node.operand
    return isinstance(node, ast.Constant)


def neighbours(node):
    return ast.BinOp(node, ast.Add(), ast.Constant(1)), ast.BinOp(node, ast.Sub(), ast.Constant(1))
