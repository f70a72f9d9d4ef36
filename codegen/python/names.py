"""What generated code calls the document's things."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from codegen.templates import TEMPLATES

_DELIMITERS = r"\. _-"
_OF_ARGUMENTS = (frozenset(dir(builtins)) | {"self", "true", "false", "datetime"}) - {"id"}
_OF_ATTRIBUTES = frozenset(
    {"self", "true", "false", "datetime", "list", "dict", "str", "int", "bool"}
)
OF_MODELS = frozenset(
    {
        *("to_dict", "to_json", "from_dict", "from_json", "is_set", "unknown_fields"),
        *("carries_money", "secret_names", "currency_places", "sdk_unknown", "sdk_currency"),
        *("given_back", "told", "odd_names"),
        *("read", "write", "currency_field", "rules_of_all", "filled_later"),
        # What stands between the attributes of a class looks up its names there first.
        *("property", "msgspec", "attrs", "on_wire"),
    }
)
"""What classes of models have under their own name, or under it with an underscore before it."""
_OF_RESOURCES = frozenset({"id", "type", "meta", "known", "wire_type", "relationships", "shapes"})
"""What classes of resources have beside that."""
_ODD = re.compile(r'["\\\x00-\x1f]')
_IMPORTED = frozenset(
    name
    for template in (
        *("endpoint_module.py.jinja", "model.py.jinja", "resource.py.jinja"),
        "request_imports.py.jinja",
    )
    for line in (TEMPLATES / template).read_text(encoding="utf-8").splitlines()
    for names in re.findall(r"^(?:from [\w.]+ )?import ([\w, ]+)$", line)
    for name in re.findall(r"(\w+)(?:,|$)", names)
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


_OF_INDEXES = frozenset({"import_module", *dir(builtins)})
"""What the modules that list operations and their tags use under its own name."""
OF_MODULES = frozenset({"OPERATION", "OPERATIONS", *_IMPORTED})
"""What modules use under its own name, and no class of a schema can have."""


def attribute_name(wire: str, prop: Any = None) -> str:
    """The attribute that holds what the wire calls `wire`, and what `prop` describes; empty where
    nothing is left of the name."""
    if isinstance(prop, Mapping) and "x-python-name" in prop:
        return str(prop["x-python-name"])
    wire = unicodedata.normalize("NFKC", wire)
    name = unicodedata.normalize("NFKC", _identifier(wire, _OF_ATTRIBUTES))
    if not _snake_case(wire) or not name.isidentifier():
        return ""
    return f"{name}_" if name in OF_MODELS else name


def field_of_resource(wire: str, said: Any = None) -> str:
    """The attribute that holds an attribute or a relationship of a resource; an underscore that its
    name begins with is of the wire alone."""
    if isinstance(said, Mapping) and "x-python-name" in said:
        return str(said["x-python-name"])
    name = attribute_name(wire.lstrip("_"))
    return f"{name}_" if name in _OF_RESOURCES else name


def field_name(wire: str, index: int) -> str:
    """What stands for a name of the wire in a struct, which can have no other than plain ones."""
    return f"commerce_sdk:odd:{index}" if _ODD.search(wire) else wire


def module_name(text: str) -> str:
    """The module of a class, or of a tag's operations."""
    return _identifier(text, _OF_ARGUMENTS)


def operation_name(name: str) -> str:
    """The module of an operation, or of a tag; another where what is around it uses the name."""
    return f"{name}_" if name in _OF_INDEXES or keyword.iskeyword(name) else name


def member_names(schema: Mapping[str, Any]) -> list[str]:
    """The members of an enum, in the order of the values that they stand for."""
    if "x-enum-varnames" in schema:
        return [str(name) for name in schema["x-enum-varnames"]]
    return [_member_name(value) for value in schema["enum"]]


def _member_name(value: str | int) -> str:
    """Empty where nothing is left of the value. Never by its place, which may be another's soon."""
    if isinstance(value, int):
        return f"VALUE_{value}".replace("-", "NEGATIVE_")
    name = unicodedata.normalize("NFKC", _snake_case(value).upper())
    return name if not name or name.isidentifier() else f"VALUE_{name}"


def is_free(name: str) -> bool:
    """Can Python take a name as it is, for what its maker chose?"""
    as_read = unicodedata.normalize("NFKC", name)
    plain = name.isidentifier() and not name.startswith("_") and name == as_read
    return plain and not keyword.iskeyword(name)


def _identifier(text: str, reserved: frozenset[str]) -> str:
    """What Python can call it, as the generator itself would."""
    safe = _without_signs(text)
    name = _snake_case(safe)
    if name in reserved or keyword.iskeyword(name):
        name += "_"
    return name if name.isidentifier() and not safe.startswith("_") else f"field_{name}"


def _without_signs(text: str) -> str:
    return "".join(
        sign
        for sign in text.replace("[", "_")
        if sign.isidentifier() or sign.isdecimal() or sign in _DELIMITERS
    )


@lru_cache(maxsize=4096)
def _snake_case(text: str) -> str:
    safe = _without_signs(text)
    if any(sign.isupper() for sign in safe):
        safe = " ".join(re.split("([A-Z]?[a-z]+)", safe))
    return "_".join(re.findall(f"[^{re.escape(_DELIMITERS)}]+", safe)).lower()
