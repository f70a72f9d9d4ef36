"""Signatures, as Python has them: `/` after what goes by place alone, `*` before what goes by name
alone, and the keywords of an `Unpack[…]` one by one."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from typing import Any

from msgspec import UNSET

_PLAIN = (str, int, float, bool, tuple, type(None), type(UNSET))


def parameters(function: Any) -> list[str]:
    """Each parameter as code; but for `self` and `cls`."""
    found: list[str] = []
    before = None
    for each in inspect.signature(function).parameters.values():
        if each.name in ("self", "cls"):
            continue
        if before is each.POSITIONAL_ONLY and each.kind is not before:
            found.append("/")
        if each.kind is each.KEYWORD_ONLY and before not in (
            each.KEYWORD_ONLY,
            each.VAR_POSITIONAL,
        ):
            found.append("*")
        before = each.kind
        if each.kind is not each.VAR_KEYWORD:
            found.append(_parameter(each))
        elif taken := unpacked(function, each):
            if "*" not in found:
                found.append("*")
            found += [f"{name}: {kind} = ..." for name, kind in taken.items()]
        else:
            found.append(f"**{each.name}: {each.annotation}")
    return found if before is not inspect.Parameter.POSITIONAL_ONLY else [*found, "/"]


def unpacked(function: Any, parameter: inspect.Parameter) -> dict[str, str]:
    """The keywords of an `Unpack[…]`, with their types."""
    annotation = str(parameter.annotation)
    if not annotation.startswith("Unpack["):
        return {}
    module = import_module(function.__module__)
    return keys(getattr(module, annotation.removeprefix("Unpack[").removesuffix("]")))


def keys(typed_dict: Any) -> dict[str, str]:
    """The keys of a `TypedDict`, with their types as they are written."""
    annotations = typed_dict.__annotations__.items()
    return {name: getattr(each, "__forward_arg__", str(each)) for name, each in annotations}


def default(value: object) -> str:
    """A default as code; of a value with parts only what makes it."""
    if isinstance(value, frozenset):
        return f"frozenset({{{', '.join(map(repr, sorted(value)))}}})"
    if isinstance(value, _PLAIN):
        return repr(value)
    # What a stub leaves out, and what is made anew for each value.
    made = value is not ... and type(value).__module__.startswith("commerce_sdk")
    return f"{type(value).__name__}()" if made else "..."


def _parameter(parameter: inspect.Parameter) -> str:
    star = "*" if parameter.kind is parameter.VAR_POSITIONAL else ""
    text = f"{star}{parameter.name}"
    if parameter.annotation is not parameter.empty:
        text += f": {annotation(parameter.annotation)}"
    return (
        text if parameter.default is parameter.empty else f"{text} = {default(parameter.default)}"
    )


def annotation(kind: object) -> str:
    """A type as it is written, or, of one that is no text any more, without modules."""
    return kind if isinstance(kind, str) else alias(inspect.formatannotation(kind))


def returned(function: Any) -> str:
    """What a function gives, as code; nothing where it does not say."""
    kind = inspect.signature(function).return_annotation
    return "" if kind is inspect.Signature.empty else f"`{annotation(kind)}`"


def alias(value: object) -> str:
    """What a name for a type stands for, without the modules of its parts."""
    written = value if isinstance(value, str) else inspect.formatannotation(value)
    return re.sub(r"~?\b(?:\w+\.)*(\w+)", r"\1", written)
