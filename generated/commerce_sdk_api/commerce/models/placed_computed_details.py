"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class PlacedComputedDetails(Model, frozen=True):
    """What the platform worked out for an item right after it was placed."""

    _ordered_promotions: list[PlacedPromotion | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="orderedPromotions"
    )

    @property
    def ordered_promotions(self) -> list[PlacedPromotion] | None:
        """Promotions that apply, in their order."""
        return (
            None
            if self._ordered_promotions is UNSET or self._ordered_promotions is None
            else objects(self._ordered_promotions)
        )


from .placed_promotion import PlacedPromotion  # noqa: E402
