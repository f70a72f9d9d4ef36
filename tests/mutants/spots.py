"""The spots of a module that can be changed, each with its place, and the module with one of them
changed.

Left out is what no test can tell apart, or what is the type checker's: annotations, overloads,
protocols, `__slots__`, decorators, what is only there for type checkers, and the `strict` of `zip`.
Texts are never changed."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

from tests.mutants.changes import changes

_NOT_RUN = {"annotation", "returns", "decorator_list", "bases", "keywords", "type_params"}
_DECLARED = {"__slots__", "__all__", "__match_args__", "TYPE_CHECKING"}
_TYPES = {"TypeVar", "ParamSpec", "TypeVarTuple", "NewType", "Literal", "Annotated"}


class Mutant(NamedTuple):
    """One change of a module: what is changed is in `function` (its qualified name, empty outside of
    any), on a line that reads `line`. `number` is its place among the mutants of the module. One
    that is `lasting` is not in the body of a function, so it works only while the module is loaded;
    `defines` are the names that it then changes."""

    module: str
    function: str
    line: str
    change: str
    number: int
    lasting: bool
    defines: frozenset[str]

    @property
    def key(self) -> tuple[str, str, str, str]:
        return self.module, self.function, self.line, self.change

    def __str__(self) -> str:
        return f"{self.module}.{self.function or '<module>'}: {self.line!r} {self.change}"


class _Scope(NamedTuple):
    function: str = ""
    runs_later: bool = False
    in_function: bool = False
    defines: frozenset[str] = frozenset()

    def named(self, name: str) -> str:
        if not self.function:
            return name
        return f"{self.function}{'.<locals>.' if self.in_function else '.'}{name}"


class _Spot(NamedTuple):
    holder: Any
    field: str
    position: int | None
    node: ast.AST
    scope: _Scope

    @property
    def is_a_condition_turned(self) -> bool:
        """Whoever notices that a condition always holds and that it never does notices this too."""
        turned = (ast.Eq, ast.NotEq, ast.Is, ast.IsNot, ast.In, ast.NotIn)
        match self.node:
            case ast.Compare(ops=[op]):
                return self.field == "test" and isinstance(op, turned)
            case ast.UnaryOp(op=ast.Not()):
                return self.field == "test"
        return False

    def put(self, node: ast.AST) -> None:
        if self.position is None:
            setattr(self.holder, self.field, node)
        else:
            getattr(self.holder, self.field)[self.position] = node


class Changeable:
    """A module, whose mutants can be listed and made."""

    def __init__(self, module: str, path: Path) -> None:
        source = path.read_text(encoding="utf-8")
        self._path = str(path)
        self._tree = ast.parse(source)
        self.original = self._compiled()
        self.mutants: list[Mutant] = []
        self._made: list[tuple[_Spot, ast.AST]] = []
        lines, seen = source.splitlines(), Counter[tuple[str, str, str]]()
        for spot in _spots(self._tree, _Scope()):
            if spot.is_a_condition_turned:
                continue
            where: Any = spot.node.guard if isinstance(spot.node, ast.match_case) else spot.node
            if isinstance(where, ast.comprehension):
                where = where.ifs[0] if where.ifs else where.target
            builds = spot.scope.function.endswith(".__init__")
            for words, changed in changes(spot.node, builds=builds):
                line, function = lines[where.lineno - 1].strip(), spot.scope.function
                place = function, line, words
                seen[place] += 1
                if seen[place] > 1:
                    words = f"{words} #{seen[place]}"
                lasting = not spot.scope.runs_later
                of = (module, function, line, words, len(self.mutants))
                self.mutants.append(Mutant(*of, lasting, spot.scope.defines))
                ast.fix_missing_locations(ast.copy_location(changed, where))
                self._made.append((spot, changed))

    def changed(self, number: int | None) -> CodeType:
        """The code of the module with one change, or none, line by line where it was."""
        if number is None:
            return self.original
        spot, changed = self._made[number]
        spot.put(changed)
        try:
            return self._compiled()
        finally:
            spot.put(spot.node)

    def _compiled(self) -> CodeType:
        return compile(self._tree, self._path, "exec", dont_inherit=True)


def _spots(node: ast.AST, scope: _Scope) -> Iterator[_Spot]:
    for field, value in ast.iter_fields(node):
        if field in _NOT_RUN and not isinstance(node, ast.Call):
            continue
        for index, each in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(each, ast.AST) and not _is_left_out(node, field, each):
                inner = _scope_of(node, field, each, scope)
                yield _Spot(node, field, index if isinstance(value, list) else None, each, inner)
                yield from _spots(each, inner)


def _scope_of(parent: ast.AST, field: str, node: ast.AST, scope: _Scope) -> _Scope:
    match parent:
        case ast.FunctionDef() | ast.AsyncFunctionDef() if field == "body":
            name = scope.named(parent.name)
            scope = scope._replace(function=name, runs_later=True, in_function=True)
        case ast.Lambda() if field == "body":
            name = scope.named("<lambda>")
            scope = scope._replace(function=name, runs_later=True, in_function=True)
        case ast.ClassDef() if field == "body":
            scope = scope._replace(function=scope.named(parent.name), in_function=False)
    if not scope.runs_later:
        scope = scope._replace(defines=scope.defines | _defined(node))
    return scope


def _defined(node: ast.AST) -> frozenset[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return frozenset({name})
        case ast.Assign() | ast.AnnAssign() | ast.AugAssign():
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            return frozenset(
                each.id
                for target in targets
                for each in ast.walk(target)
                if isinstance(each, ast.Name)
            )
    return frozenset()


def _is_left_out(parent: ast.AST, field: str, node: ast.AST) -> bool:
    match parent, node:
        case _, ast.If(test=test) if _mentions(test, "TYPE_CHECKING"):
            return True
        case (ast.Assert(), _) if field == "msg":
            return True
        case (ast.Call(func=ast.Name("cast"), args=[kind, *_]), _) if node is kind:
            return True
        case (ast.Call(func=ast.Name("zip")), ast.keyword(arg="strict")):
            return True
        case _, ast.If(test=ast.Compare(left=ast.Name("__name__"))):
            return True
        case _, ast.FunctionDef() | ast.AsyncFunctionDef():
            return any(_mentions(each, "overload") for each in node.decorator_list)
        case _, ast.ClassDef():
            return any(_mentions(each, "Protocol") for each in node.bases)
        case _, ast.Assign() | ast.AnnAssign():
            return bool(_defined(node) & _DECLARED)
        case _, ast.Call(func=ast.Name(id=name)) | ast.Subscript(value=ast.Name(id=name)):
            return name in _TYPES
        case ast.Raise(), ast.JoinedStr():
            return True
        case ast.FormattedValue(), ast.JoinedStr():
            return True
    return False


def _mentions(node: ast.AST, name: str) -> bool:
    return any(
        (isinstance(each, ast.Name) and each.id == name)
        or (isinstance(each, ast.Attribute) and each.attr == name)
        for each in ast.walk(node)
    )
