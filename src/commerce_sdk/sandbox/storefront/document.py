"""The document of the storefront."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from commerce_sdk.sandbox.engine.document import Document


@cache
def storefront_document() -> Document:
    """The document of the Commerce API 2.4.0."""
    return Document.load(files("commerce_sdk.sandbox") / "documents" / "storefront.json")
