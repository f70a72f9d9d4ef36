"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PromotionDefinition(Model, frozen=True):
    """Which promotion, and with what values."""

    _promotion_id: str | None | UnsetType = msgspec.field(default=UNSET, name="promotionId")
    _promotion_code: str | None | UnsetType = msgspec.field(default=UNSET, name="promotionCode")
    _customised_values: PromotionValues | None | UnsetType = msgspec.field(
        default=UNSET, name="customisedValues"
    )

    @property
    def promotion_id(self) -> str | None:
        """The promotion's id."""
        return None if self._promotion_id is UNSET else self._promotion_id

    @property
    def promotion_code(self) -> str | None:
        """The code that a customer types in."""
        return None if self._promotion_code is UNSET else self._promotion_code

    @property
    def customised_values(self) -> PromotionValues | None:
        """Values that replace the promotion's own."""
        return None if self._customised_values is UNSET else self._customised_values


from .promotion_values import PromotionValues  # noqa: E402
