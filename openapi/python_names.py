"""What generated code calls the document's things."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Sequence
from pathlib import Path

from failures import GenerationFailed

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_DELIMITERS = r"\. _-"
_OF_ARGUMENTS = (frozenset(dir(builtins)) | {"self", "true", "false", "datetime"}) - {"id"}
_OF_ATTRIBUTES = frozenset(
    {"self", "true", "false", "datetime", "list", "dict", "str", "int", "bool"}
)
_TAKEN = frozenset(
    {
        *("to_dict", "to_json", "from_dict", "is_set", "unknown_fields", "read", "write"),
        *("property", "currency_field", "rules_of_all", "secret_names"),
    }
)
_IMPORTED = frozenset(
    name
    for template in ("endpoint_module.py.jinja", "model.py.jinja", "request_imports.py.jinja")
    for line in (_TEMPLATES / template).read_text(encoding="utf-8").splitlines()
    for names in re.findall(r"^(?:from [\w.]+ )?import ([\w, ]+)$", line)
    for name in names.split(", ")
)
"""What modules of endpoints and of models use under its own name."""
_OF_ENDPOINTS = frozenset({"body", "stated", "build", "isinstance", *_IMPORTED})


def parameter_name(wire: str) -> str:
    """The argument for a parameter, which may not hide what its module uses."""
    name = _identifier(wire, _OF_ARGUMENTS)
    return f"{name}_" if name in _OF_ENDPOINTS else name


def hides(argument: str) -> bool:
    """Would an argument of this very name hide what its module or Python uses?"""
    return argument in _OF_ARGUMENTS | _OF_ENDPOINTS or keyword.iskeyword(argument)


def leaves_nothing(wire: str) -> bool:
    """Does the document call something what holds no sign of a Python name?"""
    return not _snake_case(wire)


def class_name(name: str) -> str:
    """The class of a schema. Raises `GenerationFailed` where modules use the name already."""
    if name in {"OPERATION", "OPERATIONS", *_IMPORTED}:
        raise GenerationFailed(
            f"#/components/schemas/{name}: the name {name!r} is taken; write one that says more, "
            f"such as Shop{name}"
        )
    return name


def attribute_name(wire: str, owner: str) -> str:
    """The attribute that holds what the wire calls `wire`. Raises `GenerationFailed`."""
    name = _identifier(wire, _OF_ATTRIBUTES)
    if name in _TAKEN:
        raise GenerationFailed(f"{owner}.{wire}: the Python name {name!r} is taken")
    return name


def module_name(text: str) -> str:
    """The module of a class, or of a tag's operations."""
    return _identifier(text, _OF_ARGUMENTS)


def member_names(values: Sequence[str]) -> list[str]:
    """The members of an enum, by the values that they stand for."""
    return [
        _snake_case(value if value[:1].isalpha() else f"VALUE_{index}").upper()
        for index, value in enumerate(values)
    ]


def _identifier(text: str, reserved: frozenset[str]) -> str:
    """What Python can call it, as the generator itself would."""
    safe = _without_signs(text)
    name = _snake_case(safe)
    if name in reserved or keyword.iskeyword(name):
        name += "_"
    return name if name.isidentifier() and not safe.startswith("_") else f"field_{name}"


def _without_signs(text: str) -> str:
    return "".join(
        sign for sign in text if sign.isidentifier() or sign.isdecimal() or sign in _DELIMITERS
    )


def _snake_case(text: str) -> str:
    safe = _without_signs(text)
    if any(sign.isupper() for sign in safe):
        safe = " ".join(re.split("([A-Z]?[a-z]+)", safe))
    return "_".join(re.findall(f"[^{re.escape(_DELIMITERS)}]+", safe)).lower()
