"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Promotion(Model, frozen=True):
    """A promotion on an item."""

    _promotion_instance_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionInstanceId"
    )
    _promotion_definition: PromotionDefinition | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionDefinition"
    )

    @property
    def promotion_instance_id(self) -> str | None:
        """The promotion as handed out to this customer."""
        return None if self._promotion_instance_id is UNSET else self._promotion_instance_id

    @property
    def promotion_definition(self) -> PromotionDefinition | None:
        """Which promotion, and with what values."""
        return None if self._promotion_definition is UNSET else self._promotion_definition


from .promotion_definition import PromotionDefinition  # noqa: E402
