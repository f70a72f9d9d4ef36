"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PartnerOptOut(Model, frozen=True):
    """Whether a product is left out of partner promotions."""

    _ignored: bool | None | UnsetType = msgspec.field(default=UNSET, name="ignored")

    @property
    def ignored(self) -> bool | None:
        """Whether it is left out."""
        return None if self._ignored is UNSET else self._ignored
