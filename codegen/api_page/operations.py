"""Which operations a method of a namespace uses: read from its code, by the names of generated
endpoints in it."""

from __future__ import annotations

import ast
import re
from copy import copy
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from codegen.reading.failures import DocumentFailed
from commerce_sdk.document.operation import Operation


def operations(platform: str) -> dict[str, Operation]:
    """The generated table of a platform. Raises `DocumentFailed` where nothing is generated."""
    try:
        module = import_module(f"commerce_sdk_api.{platform}.operations")
    except ModuleNotFoundError as fault:
        if not str(fault.name).startswith("commerce_sdk_api"):
            raise
        raise DocumentFailed(f"{platform}.yaml: nothing is generated from it") from None
    found: dict[str, Operation] = module.OPERATIONS
    return found


def operations_of(function: Any, namespace: type | None = None) -> list[Operation]:
    """The operations that a method of a namespace uses, by the names of generated endpoints in its
    code, also by those that are made of the namespace's attributes; and what an operation is looked
    for by."""
    owner = function.__qualname__.rpartition(".")[0]
    known = operations(_platform(function.__module__))
    used = (
        re.sub(r"{(\w+)}", lambda each: str(getattr(namespace, each[1], "")), name)
        for name in _used(function.__module__, owner, function.__name__)
    )
    found = [known[name] for name in used if name in known]
    marked = (each.retry for each in found if each.retry.key and each.retry.read_back)
    looked_for = (known[str(retry.read_back)] for retry in marked)
    return list({each.id: each for each in (*found, *looked_for)}.values())


def _platform(module: str) -> str:
    """The platform whose facade a module is part of."""
    return module.split(".")[1]


@cache
def _used(module: str, owner: str, name: str) -> tuple[str, ...]:
    tree = _tree(module)
    facade = ".".join(module.split(".")[:2])
    functions, own = _functions(tree), _functions(tree, owner)
    known, imported = operations(_platform(module)), _imported(tree)
    found: dict[str, None] = {}
    elsewhere: dict[str, None] = {}
    seen = set()
    waiting = [name]
    while waiting:
        current = waiting.pop(0)
        if current in seen or current not in {**functions, **own}:
            continue
        seen.add(current)
        code = copy({**functions, **own}[current])
        code.decorator_list = []  # whose keywords it has is not what it does
        for node in ast.walk(code):
            if isinstance(node, ast.JoinedStr):
                found[_made_of_attributes(node)] = None
            word = getattr(node, "attr", getattr(node, "id", None))
            if not isinstance(word, str):
                continue
            if word in known:
                found[word] = None
            elif word in (own if _is_own(node) else functions):
                waiting.append(word)
            elif imported.get(word, "").startswith(facade):
                elsewhere[word] = None
    for word in elsewhere:
        found |= dict.fromkeys(_used(imported[word], "", word))
    return tuple(found)


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(Path(str(import_module(module).__file__)).read_text(encoding="utf-8"))


_Code = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _functions(tree: ast.Module, owner: str = "") -> dict[str, _Code]:
    """The functions and classes of a module, or those of a class in it."""
    found = {node.name: node for node in tree.body if isinstance(node, _Code)}
    if not owner:
        return found
    inside = found[owner].body if owner in found else []
    return {node.name: node for node in inside if isinstance(node, _Code)}


def _is_own(node: ast.AST) -> bool:
    """Is it an attribute of `self`?"""
    return isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "self"


def _made_of_attributes(text: ast.JoinedStr) -> str:
    """A text that a program makes of attributes, `{name}` for each of them."""
    return "".join(
        str(part.value)
        if isinstance(part, ast.Constant)
        else f"{{{getattr(getattr(part, 'value', None), 'attr', '')}}}"
        for part in text.values
    )


@cache
def _imported(tree: ast.Module) -> dict[str, str]:
    return {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
