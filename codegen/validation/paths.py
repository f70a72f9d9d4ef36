"""Paths whose names are not those of their parameters, or that no server could tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, join, parameters

_NAME = re.compile(r"\{([^{}]*)\}")
_LITERAL = re.compile(r"(?:[A-Za-z0-9/._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*")


def path_faults(document: Node, place: str, node: Node) -> Iterator[Problem]:
    """A path's names are its parameters, and the other way round."""
    path = place.split("/")[2].replace("~1", "/").replace("~0", "~")
    named = set(_NAME.findall(path))
    literal = _NAME.sub("-", path)
    strange = literal[_LITERAL.match(literal).end() :]  # type: ignore[union-attr]
    if not path.startswith("/"):
        yield Problem(place, "a path that does not begin with '/'", "write it so")
    elif strange:
        do = "write it percent-encoded, as it is sent, and what is of the query as parameters"
        yield Problem(place, f"the path holds {strange[0]!r}", do)
    elif {".", ".."} & set(literal.split("/")):
        yield Problem(place, "a path with a step '.' or '..'", "write where it leads to")
    for name in sorted({each for each in named if path.count(f"{{{each}}}") > 1}):
        yield Problem(place, f"{{{name}}} twice in the path", "give each part a name of its own")
    given = {
        str(each.get("name")) for each in parameters(document, node) if each.get("in") == "path"
    }
    for name in sorted(named - given):
        do = "describe it under parameters, of the operation or of the path"
        yield Problem(place, f"{{{name}}} of the path is no parameter", do)
    for name in sorted(given - named):
        yield Problem(f"{place}/parameters ({name})", "is not in the path", "write its name there")


def ambiguous_paths(document: Node) -> Iterator[Problem]:
    """Two paths that differ by names only are one to a server."""
    seen: dict[str, str] = {}
    for path in document["paths"]:
        other = seen.setdefault(_NAME.sub("{}", path), path)
        if other != path:
            place = join("#/paths", path)
            yield Problem(place, f"is the path {other} by other names", "write them as one")
