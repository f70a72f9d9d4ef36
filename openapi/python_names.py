"""What generated code calls the document's things."""

from __future__ import annotations

import builtins
import keyword
import re
from pathlib import Path

from openapi_python_client.strings import PythonIdentifier

from failures import GenerationFailed

_TAKEN = frozenset(
    {
        *("to_dict", "to_json", "from_dict", "is_set", "unknown_fields", "read", "write"),
        *("property", "currency_field", "rules_of_all", "secret_names"),
    }
)
_USED_IN_ANNOTATIONS = frozenset({"list", "dict", "str", "int", "bool"})


_TEMPLATES = Path(__file__).resolve().parent / "templates"
_IMPORTED = frozenset(
    name
    for template in ("endpoint_module.py.jinja", "model.py.jinja")
    for line in (_TEMPLATES / template).read_text(encoding="utf-8").splitlines()
    for names in re.findall(r"^(?:from [\w.]+ )?import ([\w, ]+)$", line)
    for name in names.split(", ")
)
"""What modules of endpoints and of models use under its own name."""
_OF_ENDPOINTS = frozenset({"body", "stated", "build", "isinstance", *_IMPORTED})


def parameter_name(name: str) -> str:
    """The argument for a parameter, which may not hide what its module uses."""
    return f"{name}_" if name in _OF_ENDPOINTS else name


def class_name(name: str) -> str:
    """The class of a schema. Raises `GenerationFailed` where modules use the name already."""
    if name in {"OPERATION", "OPERATIONS", *_IMPORTED}:
        raise GenerationFailed(
            f"#/components/schemas/{name}: the name {name!r} is taken; write one that says more, "
            f"such as Shop{name}"
        )
    return name


def python_name(wire: str, owner: str, prefix: str) -> str:
    """The attribute that holds what the wire calls `wire`. Raises `GenerationFailed`."""
    name = str(PythonIdentifier(wire, prefix))
    bare = name.removesuffix("_")
    if hasattr(builtins, bare) and not keyword.iskeyword(bare):
        name = name if bare in _USED_IN_ANNOTATIONS else bare
    if name in _TAKEN:
        raise GenerationFailed(f"{owner}.{wire}: the Python name {name!r} is taken")
    return name
