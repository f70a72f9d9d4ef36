"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PlacedPromotion(Model, frozen=True):
    """A promotion on an item that was just placed; unlike Promotion it can be locked."""

    _promotion_instance_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionInstanceId"
    )
    _promotion_definition: PlacedPromotionDefinition | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionDefinition"
    )
    _promotion_lock: PromotionLock | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionLock"
    )

    @property
    def promotion_instance_id(self) -> str | None:
        """The promotion as handed out to this customer."""
        return None if self._promotion_instance_id is UNSET else self._promotion_instance_id

    @property
    def promotion_definition(self) -> PlacedPromotionDefinition | None:
        """Which promotion, and with what values."""
        return None if self._promotion_definition is UNSET else self._promotion_definition

    @property
    def promotion_lock(self) -> PromotionLock | None:
        """Who keeps the promotion from being used elsewhere."""
        return None if self._promotion_lock is UNSET else self._promotion_lock


from .placed_promotion_definition import PlacedPromotionDefinition  # noqa: E402
from .promotion_lock import PromotionLock  # noqa: E402
