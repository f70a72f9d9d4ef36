"""What the arguments of an operation are called, for parameters of all places together."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from codegen.python.names import parameter_name
from codegen.reading.walk import Node

SAID = "x-python-name"
_PLACES = ("path", "query", "header")


def argument_names(parameters: Sequence[Node]) -> list[str]:
    """The argument of each. Of two that would have one name in different places, the one that goes
    out later (path, query, header) has its place at its end."""
    made = [each.get(SAID) or _made(each["name"]) for each in parameters]
    names = list(made)
    for place in _PLACES:
        before = {
            name
            for name, each in zip(made, parameters, strict=True)
            if _PLACES.index(each["in"]) < _PLACES.index(place)
        }
        for index, each in enumerate(parameters):
            if each["in"] == place and SAID not in each and names[index] in before:
                names[index] = f"{made[index].rstrip('_')}_{place}"
    return names


def _made(wire: str) -> str:
    """The argument for a wire name, with its signs as Python itself takes them."""
    return unicodedata.normalize("NFKC", parameter_name(wire))
