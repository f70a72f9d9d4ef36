"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class CatalogErrorEntry(Model, frozen=True):
    """One thing that is wrong."""

    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _arguments: list[dict[str, Any] | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="arguments"
    )

    @property
    def code(self) -> str | None:
        """What it is, for programs."""
        return None if self._code is UNSET else self._code

    @property
    def message(self) -> str | None:
        """What went wrong, in words."""
        return None if self._message is UNSET else self._message

    @property
    def arguments(self) -> list[dict[str, Any]] | None:
        """What the message is about."""
        return (
            None
            if self._arguments is UNSET or self._arguments is None
            else objects(self._arguments)
        )
