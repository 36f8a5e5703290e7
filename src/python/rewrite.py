"""Rewrite an answer so that it counts its steps: statements, turns of loops, and what C code touches on its behalf.

What is called for that has names that no source can hold, such as `<tick>`; `costs.py` gives them their meaning.
"""
import ast

# Calls of these cost nothing that grows, or look at the frame that calls them: they stay as they are written.
PLAIN = {
    "__import__", "abs", "breakpoint", "callable", "chr", "classmethod", "delattr", "dir", "divmod", "eval", "exec",
    "float", "format", "getattr", "globals", "hasattr", "hash", "id", "input", "isinstance", "issubclass", "iter", "len",
    "locals", "memoryview", "next", "object", "ord", "pow", "print", "property", "range", "round", "setattr", "slice",
    "staticmethod", "super", "type", "vars",
}
OPERATORS = {
    ast.Add: "<add>", ast.Mult: "<mul>", ast.Sub: "<sub>", ast.BitOr: "<or>", ast.BitAnd: "<and>", ast.BitXor: "<xor>",
}
COMPARISONS = {
    ast.Eq: "<eq>", ast.NotEq: "<ne>", ast.Lt: "<lt>", ast.LtE: "<le>", ast.Gt: "<gt>", ast.GtE: "<ge>",
    ast.In: "<in>", ast.NotIn: "<not in>",
}


def rewrite(source):
    """The code object of the answer that counts."""
    tree = Rewriter().visit(ast.parse(source))
    return compile(ast.fix_missing_locations(tree), "answer.py", "exec", dont_inherit=True)


def name(text):
    return ast.Name(text, ast.Load())


def call(function, *arguments):
    return ast.Call(name(function), list(arguments), [])


def is_number(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float | complex)


def as_index(node):
    """What stands in the brackets, as an expression."""
    if not isinstance(node, ast.Slice):
        return node
    bounds = (bound or ast.Constant(None) for bound in (node.lower, node.upper, node.step))
    return call("<slice>", *bounds)


class Rewriter(ast.NodeTransformer):
    def generic_visit(self, node):
        for field, old in ast.iter_fields(node):
            if isinstance(old, ast.AST):
                setattr(node, field, self.visit(old))
            elif isinstance(old, list) and old and isinstance(old[0], ast.stmt):
                setattr(node, field, self.block(old))
            elif isinstance(old, list):
                setattr(node, field, [self.visit(one) if isinstance(one, ast.AST) else one for one in old])
        return node

    def block(self, statements):
        """Each statement with a tick before it; a docstring and imports from the future stay first."""
        found, begins = [], True
        for statement in statements:
            is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
            is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
            begins = begins and (is_text or is_future)
            if not begins:
                found.append(ast.copy_location(ast.Expr(call("<tick>")), statement))
            rewritten = self.visit(statement)
            for one in rewritten if isinstance(rewritten, list) else [rewritten]:
                found.append(ast.copy_location(one, statement))
        return found

    # Types are not computed with, and a pattern holds no calls.

    def visit_arg(self, node):
        return node

    def visit_AnnAssign(self, node):
        node.value = node.value and self.visit(node.value)
        return node

    def visit_FunctionDef(self, node):
        node.decorator_list = [self.visit(one) for one in node.decorator_list]
        node.args = self.visit(node.args)
        node.body = self.block(node.body)
        return node

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_match_case(self, node):
        node.guard = node.guard and self.visit(node.guard)
        node.body = self.block(node.body)
        return node

    # Turns of loops that are not statements, and functions without any.

    def visit_Lambda(self, node):
        self.generic_visit(node)
        node.body = ast.Subscript(ast.Tuple([call("<tick>"), node.body], ast.Load()), ast.Constant(1), ast.Load())
        return node

    def visit_comprehension(self, node):
        self.generic_visit(node)
        # A tick is never zero, so the condition holds.
        node.ifs.insert(0, call("<tick>"))
        return node

    def visit_YieldFrom(self, node):
        return ast.YieldFrom(call("<delegate>", self.visit(node.value)))

    # What C code does.

    def visit_Call(self, node):
        is_plain = isinstance(node.func, ast.Name) and node.func.id in PLAIN
        self.generic_visit(node)
        for keyword in node.keywords:
            if keyword.arg is None:
                keyword.value = call("<spread>", keyword.value)
        if not is_plain:
            node.func = call("<of>", node.func)
        return node

    def visit_Starred(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load):
            node.value = call("<spread>", node.value)
        return node

    def visit_Dict(self, node):
        self.generic_visit(node)
        node.values = [value if key else call("<spread>", value) for key, value in zip(node.keys, node.values)]
        return node

    def visit_JoinedStr(self, node):
        return call("<made>", self.generic_visit(node))

    def visit_FormattedValue(self, node):
        # The format is a `JoinedStr` that must stay one.
        node.value = self.visit(node.value)
        return node

    def visit_BinOp(self, node):
        self.generic_visit(node)
        operator = OPERATORS.get(type(node.op))
        of_numbers = is_number(node.left) or is_number(node.right)
        if operator is None or (of_numbers and not isinstance(node.op, ast.Mult)):
            return node
        return call(operator, node.left, node.right)

    def visit_Compare(self, node):
        self.generic_visit(node)
        if len(node.ops) != 1:
            return node
        left, operator, right = node.left, node.ops[0], node.comparators[0]
        if type(operator) not in COMPARISONS or is_number(right):
            return node
        return call(COMPARISONS[type(operator)], left, right)

    def visit_Subscript(self, node):
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load) and isinstance(node.slice, ast.Slice):
            return call("<part>", node.value, as_index(node.slice))
        return node

    def visit_Assign(self, node):
        target = node.targets[0]
        adds_to_itself = (
            isinstance(target, ast.Name)
            and isinstance(node.value, ast.BinOp)
            and isinstance(node.value.op, ast.Add)
            and isinstance(node.value.left, ast.Name)
            and node.value.left.id == target.id
        )
        self.generic_visit(node)
        if len(node.targets) == 1 and isinstance(target, ast.Subscript) and isinstance(target.slice, ast.Slice):
            return ast.Expr(call("<put>", node.value, target.value, as_index(target.slice)))
        if adds_to_itself and isinstance(node.value, ast.Call):
            # CPython lets a text grow in place here, as in `+=`.
            node.value.func = name("<append>")
        if any(isinstance(one, ast.Starred) for one in getattr(target, "elts", ())):
            node.value = call("<spread>", node.value)
        return node

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        if type(node.op) not in OPERATORS or is_number(node.value):
            return node
        target = node.target
        if isinstance(target, ast.Name) and isinstance(node.op, ast.Add):
            return ast.Assign([target], call("<iadd>", name(target.id), node.value))
        node.value = call("<right>", node.value)
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            # A text or a tuple that is an attribute is copied as a whole.
            again = ast.Attribute(name(target.value.id), target.attr, ast.Load())
            return [node, ast.Expr(call("<copied>", again))]
        return node

    def visit_Delete(self, node):
        self.generic_visit(node)
        return [
            ast.Expr(call("<delete>", target.value, as_index(target.slice)))
            if isinstance(target, ast.Subscript)
            else ast.Delete([target])
            for target in node.targets
        ]
