"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class FailureSource(Model, frozen=True):
    """A place of the request."""

    _pointer: str | None | UnsetType = msgspec.field(default=UNSET, name="pointer")

    @property
    def pointer(self) -> str | None:
        """A JSON pointer to the attribute or the relationship."""
        return None if self._pointer is UNSET else self._pointer
