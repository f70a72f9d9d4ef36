"""Writes `docs/api.md`: every method of every platform's client with its types, and the routes
behind it; of a platform without a client its operations; what spans platforms.

The methods come from the facade, what stands behind each from the generated table of operations;
which operations a method uses is read from its code.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from copy import copy
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import commerce_sdk
from codegen.reading.documents import ROOT, documents
from codegen.reading.failures import DocumentFailed
from commerce_sdk.document.operation import Operation
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.platform_client import PlatformClient

TARGET = ROOT / "docs" / "api.md"
_STARS: dict[int, str] = {
    inspect.Parameter.VAR_KEYWORD: "**",
    inspect.Parameter.VAR_POSITIONAL: "*",
}
_SPANNING = ("commerce_sdk.journeys",)
"""The modules whose functions take clients of several platforms."""
_HEAD = """\
# Every method

Written by `make generate` from the code and the document; not edited by hand.

`await` each method, but for lists (a `Paginator`, see [lists](lists.md)), downloads, `follow`,
which makes a handle that asks, and what is marked *no I/O*. The limit is what the platform
publishes, in calls a minute and credential. *Sent again* says what happens after an unclear
failure: **safe** calls are repeated, **keyed** ones are looked after first and then repeated
under the same key, **idempotent** ones, which set something to a value, are looked after first
and repeated where the value is not there, **never** is never sent again. A call that lists
several routes uses the first, and the others where it has to.
"""


def page() -> str:
    """The page as Markdown."""
    lines = [_HEAD]
    for client in clients():
        lines += [f"## `{client.platform.name}`", "", f"`{client.__name__}` itself.", ""]
        lines += ["| method | what it does |", "|---|---|"]
        lines += [_row_of_client(name, method) for name, method in own_methods(client)]
        lines.append("")
        for name, namespace in namespaces(client):
            title = f"## `{client.platform.name}.{name}`"
            lines += [title, "", _first_sentence(namespace.__doc__), ""]
            lines += ["| method | gives | route | limit | sent again |", "|---|---|---|---|---|"]
            lines += [_row(method, function, namespace) for method, function in methods(namespace)]
            lines.append("")
    for name in _SPANNING:
        module = import_module(name)
        lines += [f"## `{name.rpartition('.')[2]}`", "", _first_sentence(module.__doc__), ""]
        lines += ["| function | gives | what it does |", "|---|---|---|"]
        lines += [_row_of_function(each, function) for each, function in functions(module)]
        lines.append("")
    for platform in without_client():
        lines += [f"## `{platform}`", "", "No client yet.", ""]
        lines += ["| operation | route | limit | sent again |", "|---|---|---|---|"]
        lines += [_row_of(operation) for operation in operations(platform).values()]
        lines.append("")
    return "\n".join(lines)


def clients() -> list[type[PlatformClient]]:
    """The platforms' clients, in the order of the public names."""
    public = dict.fromkeys(getattr(commerce_sdk, name) for name in dir(commerce_sdk))
    return [each for each in public if inspect.isclass(each) and issubclass(each, PlatformClient)]


def without_client() -> list[str]:
    """The platforms whose documents stand alone, in the order of their names."""
    served = {client.platform.name for client in clients()}
    return [source.stem for source in documents() if source.stem not in served]


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


def namespaces(kind: type[PlatformClient]) -> Iterator[tuple[str, type]]:
    """The namespaces of a client, by the names of its properties."""
    client = kind(token="unused", base_url="https://unused.invalid")
    for name, member in vars(kind).items():
        if isinstance(member, property) and isinstance(held := getattr(client, name), Namespace):
            yield name, type(held)


def own_methods(kind: type[PlatformClient]) -> Iterator[tuple[str, Any]]:
    """The public methods of a client, its own before those of all clients."""
    for each in (kind, PlatformClient):
        for name, member in vars(each).items():
            method = getattr(member, "__func__", member)
            if inspect.isfunction(method) and not name.startswith("_"):
                yield name, method


def functions(module: ModuleType) -> Iterator[tuple[str, Any]]:
    """The public functions of a module, in the order of their names."""
    for name in module.__all__:
        if inspect.isfunction(member := getattr(module, name)):
            yield name, member


def _row_of_function(name: str, function: Any) -> str:
    signature = inspect.signature(function)
    called = f"`{name}({', '.join(map(_parameter, signature.parameters.values()))})`"
    told = _first_sentence(function.__doc__)
    if not inspect.iscoroutinefunction(function):
        told += " *No I/O.*"
    return _line([called, f"`{signature.return_annotation}`", told])


def _row_of_client(name: str, method: Any) -> str:
    return _line([_called(name, method), _first_sentence(method.__doc__)])


def methods(namespace: type) -> Iterator[tuple[str, Any]]:
    """The public methods of a namespace: those that it shares with others, then its own, in the
    order of their code."""
    own, *bases = (each for each in namespace.__mro__ if issubclass(each, Namespace))
    for each in (*bases, own):
        for name, member in vars(each).items():
            if inspect.isfunction(member) and not name.startswith("_"):
                yield name, member


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


def _imported(tree: ast.Module) -> dict[str, str]:
    return {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def _row(name: str, function: Any, namespace: type) -> str:
    used = operations_of(function, namespace)
    named = partial(re.sub, r"\b([A-Z])\b", lambda each: _variables(function, namespace)[each[1]])
    cells = [
        named(_called(name, function)),
        f"`{named(str(inspect.signature(function).return_annotation))}`",
        "<br>".join(f"`{each.method} {each.path}`" for each in used) or "*no I/O*",
        "<br>".join(_limits(each) for each in used),
        "<br>".join(each.retry.kind for each in used),
    ]
    return _line(cells)


_GIVEN = re.compile(r"(\w+)\[([\w, ]+)\]")


def _variables(function: Any, namespace: type) -> dict[str, str]:
    """What stands for the type variables of a method, by what its keywords and its namespace give
    to generic classes."""
    module = import_module(namespace.__module__)
    code = inspect.getsource(namespace)
    given = [*_GIVEN.findall(re.sub(r"\s+", " ", code.partition(":\n")[0]))]
    given += _GIVEN.findall(str(function.__annotations__.get("options", "")))
    found: dict[str, str] = {}
    for name, values in given:
        variables = getattr(getattr(module, name), "__parameters__", ())
        names = (each.strip() for each in values.strip(", ").split(","))
        found |= dict(zip((each.__name__ for each in variables), names, strict=True))
    return found


def _called(name: str, function: Any) -> str:
    given = list(inspect.signature(function).parameters.values())[1:]
    return f"`{name}({', '.join(map(_parameter, given))})`"


def _row_of(each: Operation) -> str:
    return _line([f"`{each.id}`", f"`{each.method} {each.path}`", _limits(each), each.retry.kind])


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _parameter(parameter: inspect.Parameter) -> str:
    text = f"{_STARS.get(parameter.kind, '')}{parameter.name}: {parameter.annotation}"
    return text if parameter.default is parameter.empty else f"{text} = {parameter.default!r}"


def _limits(operation: Operation) -> str:
    return ", ".join(
        f"{each.limit}"
        + ("" if each.seconds == 60 else f" in {each.seconds} s")
        + (f" ({', '.join(named)})" if (named := [*filter(None, (each.bucket, each.tier))]) else "")
        for each in operation.rate_limits
    )


def _first_sentence(doc: str | None) -> str:
    return inspect.cleandoc(doc or "").partition("\n\n")[0].replace("\n", " ")


def main(arguments: list[str]) -> int:
    """Write the page, or with --check only say whether it is up to date."""
    try:
        text = page()
    except DocumentFailed as fault:
        print(f"{fault}: run make generate")
        return 1
    if "--check" not in arguments:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    elif TARGET.read_text(encoding="utf-8") != text:
        print("docs/api.md is not what the code says: run make generate")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
