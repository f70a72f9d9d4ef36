"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class EntitlementTemplate(Model, frozen=True):
    """The template that an entitlement was made by."""

    _key: str | None | UnsetType = msgspec.field(default=UNSET, name="key")
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _data: dict[str, Any] | None | UnsetType = msgspec.field(default=UNSET, name="data")

    @property
    def key(self) -> str | None:
        """The key of the template."""
        return None if self._key is UNSET else self._key

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def data(self) -> dict[str, Any] | None:
        """What the page holds."""
        return None if self._data is UNSET else self._data
