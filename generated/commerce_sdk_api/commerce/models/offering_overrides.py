"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class OfferingOverrides(Model, frozen=True):
    """Whether the limits of a charge element can be overridden."""

    _allow: bool | None | UnsetType = msgspec.field(default=UNSET, name="allow")

    @property
    def allow(self) -> bool | None:
        """Whether the limits can be overridden."""
        return None if self._allow is UNSET else self._allow
