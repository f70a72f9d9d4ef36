"""What a spot of the source could be in place of what it is.

A change leaves every name where it stands (what is dropped goes behind `if False`), so that the
changed function closes over the same variables and its code can take the place of the other's."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from typing import Any

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
}
_SIGNS: dict[type[ast.AST], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
}


def changes(node: ast.AST, *, builds: bool = False) -> Iterator[tuple[str, Any]]:
    """Each with words for it. `builds` says that the node is of a constructor, where what is set is
    set for the first time."""
    match node:
        case ast.Compare(ops=ops):
            for index, op in enumerate(ops):
                other = copy.copy(node)
                other.ops = [*ops[:index], _COMPARISONS[type(op)](), *ops[index + 1 :]]
                yield f"{_SIGNS[type(op)]} -> {_SIGNS[type(other.ops[index])]}", other
        case ast.BinOp(op=op) if type(op) in _ARITHMETIC and not _of_texts(node):
            changed = copy.copy(node)
            changed.op = _ARITHMETIC[type(op)]()
            yield f"{_SIGNS[type(op)]} -> {_SIGNS[type(changed.op)]}", changed
        case ast.BoolOp(op=op):
            joined = copy.copy(node)
            joined.op = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield "and -> or" if isinstance(op, ast.And) else "or -> and", joined
        case ast.UnaryOp(op=ast.Not() | ast.USub() as op, operand=operand):
            yield f"{'not' if isinstance(op, ast.Not) else 'minus'} dropped", operand
        case ast.Constant(value=bool() as value):
            yield f"{value} -> {not value}", ast.Constant(not value)
        case ast.Constant(value=int() | float() as value):
            yield f"{value} -> {value + 1}", ast.Constant(value + 1)
        case ast.If() | ast.IfExp() | ast.While():
            for answer in (True, False):
                if not (isinstance(node, ast.While) and answer):
                    yield f"condition -> {answer}", _with(node, "test", _always(answer, node.test))
        case ast.match_case(guard=ast.expr() as guard):
            for answer in (True, False):
                yield f"guard -> {answer}", _with(node, "guard", _always(answer, guard))
        case ast.comprehension(ifs=[_, *_] as ifs):
            for index, each in enumerate(ifs):
                kept = [*ifs[:index], _always(True, each), *ifs[index + 1 :]]
                yield "filter dropped", _with(node, "ifs", kept)
        case ast.Expr(value=ast.Call() | ast.Await()) | ast.AugAssign():
            yield "statement dropped", _dropped(node)
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]) if not builds:
            yield "assignment dropped", _dropped(node)
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            nothing = ast.IfExp(ast.Constant(True), ast.Constant(None), value)
            yield "returns None", ast.Return(nothing)
        case ast.Raise():
            yield "raise dropped", _dropped(node)
        case ast.Break():
            yield "break -> continue", ast.Continue()
        case ast.Continue():
            yield "continue -> break", ast.Break()


def _of_texts(node: ast.BinOp) -> bool:
    return any(
        isinstance(each, ast.JoinedStr)
        or (isinstance(each, ast.Constant) and isinstance(each.value, str | bytes))
        for each in (node.left, node.right)
    )


def _with(node: ast.AST, field: str, value: Any) -> ast.AST:
    changed = copy.copy(node)
    setattr(changed, field, value)
    return changed


def _always(answer: bool, test: ast.expr) -> ast.expr:
    return ast.BoolOp(ast.Or() if answer else ast.And(), [ast.Constant(answer), test])


def _dropped(node: ast.stmt) -> ast.stmt:
    return ast.If(ast.Constant(False), [node], [])
