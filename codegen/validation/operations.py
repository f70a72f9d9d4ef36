"""Operations of which a part cannot be sent or read as the document says."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.rate_limits import KEY
from codegen.reading.walk import Node, operations
from codegen.validation.answers import answer_faults
from codegen.validation.bodies import body_faults
from codegen.validation.parameters import parameter_faults
from codegen.validation.paths import path_faults


def operation_faults(document: Node) -> Iterator[Problem]:
    """Those of all operations; none at all is one, too."""
    if not any(operations(document)):
        yield Problem("#/paths", "no operation", "describe one, or leave the document out")
    for place, node in operations(document):
        if KEY not in node:
            do = "say it, or write [] here where none is published"
            yield Problem(place, f"{KEY!r} is a required property", do)
        yield from answer_faults(document, place, node)
        yield from parameter_faults(document, place, node)
        yield from body_faults(document, place, node)
        yield from path_faults(document, place, node)
