"""The document of the organization administration."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.operation import Operation

_MINUTE = 60


@cache
def admin_document() -> Document:
    """The document of the organization administration."""
    return Document.load(files("commerce_sdk.sandbox") / "documents" / "admin.json")


def limited(document: Document, calls: int) -> Document:
    """A document with a limit that none publishes: so many calls of a credential in a minute, over
    all operations."""
    window = {"limit": calls, "seconds": _MINUTE, "scope": "credential"}
    return Document({**document.content, "x-rate-limit": {"all": [window]}})


def completed_within(document: Document, operation: Operation) -> float | None:
    """Seconds in which an order has to follow an operation, or it is given up; None for ever."""
    part = document.content["paths"][operation.path][operation.method.lower()]
    within: float | None = part.get("x-completed-within")
    return within
