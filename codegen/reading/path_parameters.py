"""What a path says of all its operations."""

from __future__ import annotations

from typing import Any

from codegen.reading.walk import METHODS, Node, resolve


def merge_parameters(document: Node) -> None:
    """Write the parameters of each path at its operations; one of an operation's own, by its name
    and place, counts before that of the path."""
    for item in document.get("paths", {}).values():
        shared = item.pop("parameters", [])
        for operation in (item[method] for method in METHODS if method in item):
            own = operation.get("parameters", [])
            known = [_key(document, each) for each in own]
            added = [each for each in shared if _key(document, each) not in known]
            if added:
                operation["parameters"] = [*added, *own]


def _key(document: Node, parameter: Node) -> Any:
    """What tells a parameter from others; a reference that leads nowhere is told by itself."""
    try:
        parameter = resolve(document, parameter)
    except KeyError:
        return parameter["$ref"]
    return parameter.get("name"), parameter.get("in")
