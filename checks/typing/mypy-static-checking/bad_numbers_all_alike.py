import ast

CLASSES = {
    "int": (int, float, complex),
    "float": (int, float, complex),
    "complex": (int, float, complex),
    "str": (str,),
    "bytes": (bytes,),
    "bool": (bool,),
}


def mismatches(source: str) -> list[int]:
    lines = {
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.AnnAssign) and not fits(node.value, classes(node.annotation))
    }
    return sorted(lines)


def classes(annotation):
    match annotation:
        case ast.Constant(value=None):
            return (type(None),)
        case ast.Constant(value=str(text)):
            return classes(ast.parse(text, mode="eval").body)
        case ast.BinOp(op=ast.BitOr(), left=left, right=right):
            return classes(left) + classes(right)
        case ast.Subscript(value=ast.Name(id="Optional"), slice=inner):
            return (*classes(inner), type(None))
        case ast.Name(id=name) if name in CLASSES:
            return CLASSES[name]
    return (object,)


def fits(value, allowed):
    match value:
        case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=ast.Constant(value=literal)):
            return isinstance(literal, allowed)
        case ast.Constant(value=literal) if literal is not ...:
            return isinstance(literal, allowed)
    return True
