"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class PartnerOptOuts(Model, frozen=True):
    """The products that are left out of partner promotions."""

    _product_ids: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="productIds"
    )

    @property
    def product_ids(self) -> list[str] | None:
        """The products."""
        return (
            None
            if self._product_ids is UNSET or self._product_ids is None
            else objects(self._product_ids)
        )
