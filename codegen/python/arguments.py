"""What the arguments of an operation are called, for parameters of all places together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from codegen.python.names import hides, leaves_nothing, parameter_name
from codegen.reading.problem import Problem
from codegen.reading.walk import Node

SAID = "x-python-name"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
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


def name_faults(place: str, parameters: Sequence[Node]) -> Iterator[Problem]:
    """The names that Python cannot have, or that two would have."""
    do = f"give it another {SAID}, such as shop_id"
    found: dict[str, str] = {}
    for each, name in zip(parameters, argument_names(parameters), strict=True):
        spot = f"{place}/parameters ({each['name']})"
        said = each.get(SAID)
        if said is not None and not _NAME.fullmatch(said):
            yield Problem(spot, f"{SAID} {said!r} is no name in lower case", do)
        elif said is not None and hides(said):
            yield Problem(spot, f"{SAID} {said!r} is taken by Python or its module", do)
        elif said is None and leaves_nothing(each["name"]):
            yield Problem(spot, "nothing of its name is left for Python", f"write {SAID} beside it")
        elif name in found:
            what = f"would be the argument {name!r}, as {found[name]} is"
            yield Problem(spot, what, f"write {SAID} beside one of them")
        found.setdefault(name, each["name"])
