"""What generated code calls the document's things."""

from __future__ import annotations

import builtins
import keyword

from openapi_python_client.strings import PythonIdentifier

from failures import GenerationFailed

_TAKEN = frozenset(
    {
        *("to_dict", "to_json", "from_dict", "is_set", "unknown_fields", "read", "write"),
        *("property", "currency_field", "rules_of_all", "secret_names"),
    }
)
_USED_IN_ANNOTATIONS = frozenset({"list", "dict", "str", "int", "bool"})


def python_name(wire: str, owner: str, prefix: str) -> str:
    """The attribute that holds what the wire calls `wire`. Raises `GenerationFailed`."""
    name = str(PythonIdentifier(wire, prefix))
    bare = name.removesuffix("_")
    if hasattr(builtins, bare) and not keyword.iskeyword(bare):
        name = name if bare in _USED_IN_ANNOTATIONS else bare
    if name in _TAKEN:
        raise GenerationFailed(f"{owner}.{wire}: the Python name {name!r} is taken")
    return name
