"""Arguments that Python cannot have, or that two parameters would have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from codegen.python.arguments import SAID, argument_names
from codegen.python.names import hides, leaves_nothing
from codegen.reading.problem import Problem
from codegen.reading.walk import Node

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def argument_faults(place: str, parameters: Sequence[Node]) -> Iterator[Problem]:
    """Those of one operation."""
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
