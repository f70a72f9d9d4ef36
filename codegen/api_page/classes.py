"""What a class shows: how it is made, its attributes, its methods, and what it is a kind of."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

from msgspec import NODEFAULT, Struct

from codegen.api_page.docstrings import first_paragraph
from codegen.api_page.markdown import call
from codegen.api_page.signatures import annotation, default, parameters, returned
from codegen.api_page.subjects import is_member
from commerce_sdk.clock import Clock
from commerce_sdk.runtime.credentials.auth import Auth
from commerce_sdk.runtime.credentials.stores import SessionStore
from commerce_sdk.runtime.limits.local import Limiter

_PROTOCOLS = (Auth, Clock, Limiter, SessionStore)


def bases(kind: type, known: dict[type, str]) -> list[type]:
    """The nearest bases that have an entry of their own."""
    above = [each for each in kind.__mro__[1:] if each in known]
    return [each for each in above if not any(each in other.__mro__[1:] for other in above)]


def own(kind: type, known: dict[type, str]) -> list[type]:
    """The classes whose members stand in the entry of one: itself, and what no entry tells of."""
    told = {each for base in bases(kind, known) for each in base.__mro__}
    return [
        each
        for each in kind.__mro__
        if each not in told and each.__module__.startswith("commerce_sdk")
    ]


def attributes(kind: type, known: dict[type, str]) -> list[str]:
    """What its values hold, as code: `name: type`, and what it is where it was left out."""
    found: dict[str, str] = {}
    for each in reversed(own(kind, known)):
        found |= _annotated(each)
        found |= _set_in_init(each)
    shown = [name for name in found if not name.startswith("_")]
    return [f"{name}: {found[name]}" if found[name] else name for name in shown]


def members(kind: type, known: dict[type, str], *, made: bool) -> Iterator[list[str]]:
    """A row each: how a program makes it, its properties and methods."""
    if made and not getattr(kind, "_is_protocol", False):
        yield [call(kind.__name__, parameters(kind)), "", "Makes one."]
    seen: set[str] = set()
    for owner in own(kind, known):
        for name, member in vars(owner).items():
            is_shown = is_member(member) and (not name.startswith("_") or name == "__call__")
            if is_shown and name not in seen:
                seen.add(name)
                yield member_row(name, member, kind)


def ways(kind: type) -> str:
    """How its values are used by statements, in words."""
    has = {"async for": hasattr(kind, "__aiter__"), "async with": hasattr(kind, "__aenter__")}
    return " and ".join(f"`{statement}`" for statement, there in has.items() if there)


def member_row(name: str, member: Any, kind: type = object) -> list[str]:
    """A method or a property: how it is written, what it gives, what it does; where it does not say
    so itself, as the protocol that its class keeps to says it."""
    told = first_paragraph(member) or _told_by_protocol(kind, name)
    if isinstance(member, property):
        return [f"`{name}`", returned(member.fget), told]
    function = getattr(member, "__func__", member)
    shown = "" if name == "__call__" else name
    awaited = "await " if inspect.iscoroutinefunction(function) else ""
    return [call(f"{awaited}{shown}", parameters(function)), returned(function), told]


def _told_by_protocol(kind: type, name: str) -> str:
    for protocol in _PROTOCOLS:
        said = {each: first_paragraph(member) for each, member in vars(protocol).items()}
        asked = [each for each, text in said.items() if text and not each.startswith("_")]
        if name in asked and all(hasattr(kind, each) for each in asked):
            return said[name]
    return ""


def _annotated(kind: type) -> dict[str, str]:
    """The annotated attributes; those of a struct with their defaults."""
    written = inspect.get_annotations(kind)
    found = {
        name: annotation(each)
        for name, each in written.items()
        if not annotation(each).startswith("ClassVar")
    }
    if issubclass(kind, Struct):
        defaults = kind.__struct_defaults__
        for name, value in zip(kind.__struct_fields__[::-1], defaults[::-1], strict=False):
            if name in found and value is not NODEFAULT:
                found[name] += f" = {default(value)}"
    return found


def _set_in_init(kind: type) -> dict[str, str]:
    """The attributes that `__init__` sets, with the type that is written there, or that of the
    parameter that is kept."""
    made = vars(kind).get("__init__")
    if not inspect.isfunction(made) or issubclass(kind, Struct):
        return {}
    given = inspect.get_annotations(inspect.unwrap(made))
    found: dict[str, str] = {}
    target: ast.expr
    for node in ast.walk(ast.parse(textwrap.dedent(inspect.getsource(made)))):
        if isinstance(node, ast.AnnAssign):
            target, kind_of = node.target, ast.unparse(node.annotation)
        elif isinstance(node, ast.Assign):
            target, kept = node.targets[0], getattr(node.value, "id", "")
            kind_of = annotation(given[kept]) if kept in given else ""
        else:
            continue
        if isinstance(target, ast.Attribute) and getattr(target.value, "id", "") == "self":
            found[target.attr] = kind_of
    return found
