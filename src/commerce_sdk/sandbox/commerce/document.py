"""The document of the Commerce platform."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from commerce_sdk.sandbox.engine.document import Document


@cache
def commerce_document() -> Document:
    """The document of the Commerce Cloud Platform."""
    return Document.load(files("commerce_sdk.sandbox") / "documents" / "commerce.json")
