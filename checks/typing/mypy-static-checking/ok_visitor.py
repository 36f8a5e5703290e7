import ast

WIDER = {"bool": "int", "int": "float", "float": "complex"}
KNOWN = {"bool", "int", "float", "complex", "str", "bytes", "None"}


def mismatches(source: str) -> list[int]:
    """Return the lines of annotated assignments whose literal does not fit the type."""
    checker = Checker()
    checker.visit(ast.parse(source))
    return sorted(set(checker.lines))


class Checker(ast.NodeVisitor):
    def __init__(self):
        self.lines = []

    def visit_AnnAssign(self, node):
        allowed = names(node.annotation)
        if allowed <= KNOWN and not types(node.value) & allowed:
            self.lines.append(node.lineno)


def names(annotation):
    """Return the names of the types in an annotation; what is unknown gives other names."""
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return names(ast.parse(annotation.value, mode="eval").body)
    if isinstance(annotation, ast.BinOp) and isinstance(annotation.op, ast.BitOr):
        return names(annotation.left) | names(annotation.right)
    if isinstance(annotation, ast.Subscript) and ast.unparse(annotation.value) == "Optional":
        return names(annotation.slice) | {"None"}
    return {ast.unparse(annotation)}


def types(value):
    """Return the names of all types that a literal fits; every type if it is no literal."""
    if isinstance(value, ast.UnaryOp):
        value = value.operand
    if not isinstance(value, ast.Constant) or value.value is ...:
        return KNOWN
    if value.value is None:
        return {"None"}
    name = type(value.value).__name__
    found = {name}
    while name in WIDER:
        name = WIDER[name]
        found.add(name)
    return found
