"""The part of a platform: its client, its namespaces; of one without a client its operations."""

from __future__ import annotations

import inspect
import re
from functools import cache, partial
from importlib import import_module
from typing import Any, get_args

from codegen.api_page.classes import member_row
from codegen.api_page.docstrings import arguments, first_paragraph
from codegen.api_page.markdown import call, table
from codegen.api_page.operations import operations, operations_of
from codegen.api_page.signatures import annotation, default, parameters
from codegen.api_page.subjects import methods, own_members
from commerce_sdk.document.operation import Operation
from commerce_sdk.runtime.platform_client import PlatformClient

_GIVEN = re.compile(r"(\w+)\[([\w, ]+)\]")
_LITERALS = re.compile(r"\b\w+(?:Include|Field|Sort)\b")


def client(kind: type[PlatformClient]) -> list[str]:
    """The client itself: its keywords, and what it does beside its namespaces."""
    told = arguments(kind)
    keywords = [
        [
            f"`{each.name}: {annotation(each.annotation)}`",
            f"`{default(each.default)}`",
            told.get(each.name, ""),
        ]
        for each in inspect.signature(kind).parameters.values()
    ]
    rows = []
    for name, member in own_members(kind):
        row = member_row(name, member)
        if name == "from_env":
            row[0] = "`from_env(**settings)`"
            row[2] += f" It takes the keywords of `{kind.__name__}(…)`."
        rows.append(row)
    lines = [f"## `{kind.platform.name}`", "", first_paragraph(kind), ""]
    lines += [f"`{kind.__name__}(*, …)` takes keywords alone; times are in seconds:", ""]
    lines += table(["keyword", "left out", "what it is"], keywords)
    lines += ["`async with` closes it. It has beside its namespaces:", ""]
    return lines + table(["member", "gives", "what it does"], rows)


def namespace(client: type[PlatformClient], name: str, kind: type) -> list[str]:
    """A namespace: each method with the routes behind it."""
    rows = [_row(method, function, kind) for method, function in methods(kind)]
    lines = [f"## `{client.platform.name}.{name}`", "", first_paragraph(kind), ""]
    lines += table(["method", "gives", "route", "limit", "sent again"], rows)
    return lines + _literals(kind)


def alone(platform: str) -> list[str]:
    """The operations of a platform that has no client."""
    rows = (
        [f"`{each.id}`", f"`{each.method} {each.path}`", _limits(each), each.retry.kind]
        for each in operations(platform).values()
    )
    titles = ["operation", "route", "limit", "sent again"]
    return [f"## `{platform}`", "", "No client yet.", "", *table(titles, rows)]


def _row(name: str, function: Any, namespace: type) -> list[str]:
    used = operations_of(function, namespace)
    named = partial(re.sub, r"\b([A-Z])\b", lambda each: _variables(function, namespace)[each[1]])
    return [
        named(call(name, parameters(function))),
        f"`{named(str(inspect.signature(function).return_annotation))}`",
        "<br>".join(f"`{each.method} {each.path}`" for each in used) or "*no I/O*",
        "<br>".join(_limits(each) for each in used),
        "<br>".join(each.retry.kind for each in used),
    ]


@cache
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


def _literals(namespace: type) -> list[str]:
    """The names that a namespace's lists can be asked for by, which are literals of the public
    module of the platform's resources."""
    head = inspect.getsource(namespace).partition(":\n")[0]
    found = list(dict.fromkeys(_LITERALS.findall(head)))
    if not found:
        return []
    module = inspect.getmodule(namespace)
    where = f"commerce_sdk_api.{namespace.__module__.split('.')[1]}.resource_types"
    lines = [f"Literals of `{where}`, where those of the other resources are, too:", ""]
    for name in found:
        values = [str(each) for each in get_args(getattr(module, name))]
        plain = [each for each in values if not each.startswith("-")]
        back = "; each also with a `-` before it, for the greatest first" * (plain != values)
        lines.append(f"- `{name}`: {', '.join(f'`{each}`' for each in plain)}{back}.")
    return [*lines, ""]


def _limits(operation: Operation) -> str:
    return ", ".join(
        f"{each.limit}"
        + ("" if each.seconds == 60 else f" in {each.seconds} s")
        + (f" ({', '.join(named)})" if (named := [*filter(None, (each.bucket, each.tier))]) else "")
        for each in operation.rate_limits
    )
