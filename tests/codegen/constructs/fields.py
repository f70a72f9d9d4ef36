"""A schema as a field of what is answered or asked, or as a component."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    asked,
    or_null,
    schemas,
)
from tests.codegen.constructs.table import (
    Call,
    Refused,
    add,
)


def answer(name: str, schema: Any, *verdict: Call | Refused) -> None:
    """A property `odd` of the plant of answers."""

    def edit(document: Node) -> None:
        described = {"description": SAID, **schema} if isinstance(schema, dict) else schema
        answered(document)["odd"] = described

    add(name, edit, *verdict)


def question(name: str, schema: Any, *verdict: Call | Refused) -> None:
    """A property `odd` of the plant of requests."""

    def edit(document: Node) -> None:
        asked(document)["odd"] = {"description": SAID, **schema}

    add(name, edit, *verdict)


def component(name: str, component: Any, *verdict: Call | Refused) -> None:
    """A component `Odd`, as the property `odd` of the plant of answers."""

    def edit(document: Node) -> None:
        described = {"description": SAID, **component} if isinstance(component, dict) else component
        schemas(document)["Odd"] = described
        answered(document)["odd"] = or_null("Odd")

    add(name, edit, *verdict)


TEXT = ["string", "null"]
COUNT = {"type": "integer", "x-number": "count"}
ODD = "Plant"
