"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionPromotionDefinition(Model, frozen=True):
    """Which promotion it is, and what was changed of it."""

    _promotion_id: str | None | UnsetType = msgspec.field(default=UNSET, name="promotionId")
    _promotion_code: str | None | UnsetType = msgspec.field(default=UNSET, name="promotionCode")
    _customised_values: SubscriptionPromotionValues | None | UnsetType = msgspec.field(
        default=UNSET, name="customisedValues"
    )

    @property
    def promotion_id(self) -> str | None:
        """The promotion."""
        return None if self._promotion_id is UNSET else self._promotion_id

    @property
    def promotion_code(self) -> str | None:
        """The code of the promotion."""
        return None if self._promotion_code is UNSET else self._promotion_code

    @property
    def customised_values(self) -> SubscriptionPromotionValues | None:
        """What is different from the promotion's own values."""
        return None if self._customised_values is UNSET else self._customised_values


from .subscription_promotion_values import SubscriptionPromotionValues  # noqa: E402
