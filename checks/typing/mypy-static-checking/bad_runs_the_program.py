import ast
from typing import get_type_hints


class Module:
    pass


def mismatches(source):
    space = {}
    exec(source, space)  # noqa: S102
    Module.__annotations__ = space.get("__annotations__", {})
    hints = get_type_hints(Module)
    return sorted(
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Constant)
        if not isinstance(node.value.value, hints[ast.unparse(node.target)])
    )
