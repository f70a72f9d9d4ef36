"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionPromotion(Model, frozen=True):
    """A promotion on a subscription."""

    _promotion_id: str | None | UnsetType = msgspec.field(default=UNSET, name="promotionId")
    _promotion_definition: SubscriptionPromotionDefinition | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionDefinition"
    )
    _promotion_lock: SubscriptionPromotionLock | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionLock"
    )
    _promotion_instance_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionInstanceId"
    )

    @property
    def promotion_id(self) -> str | None:
        """The promotion."""
        return None if self._promotion_id is UNSET else self._promotion_id

    @property
    def promotion_definition(self) -> SubscriptionPromotionDefinition | None:
        """Which promotion it is."""
        return None if self._promotion_definition is UNSET else self._promotion_definition

    @property
    def promotion_lock(self) -> SubscriptionPromotionLock | None:
        """Whether the promotion is held fixed."""
        return None if self._promotion_lock is UNSET else self._promotion_lock

    @property
    def promotion_instance_id(self) -> str | None:
        """The promotion as applied here."""
        return None if self._promotion_instance_id is UNSET else self._promotion_instance_id


from .subscription_promotion_definition import SubscriptionPromotionDefinition  # noqa: E402
from .subscription_promotion_lock import SubscriptionPromotionLock  # noqa: E402
