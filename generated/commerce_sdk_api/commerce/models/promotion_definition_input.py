"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PromotionDefinitionInput(RequestModel):
    """Which promotion, and with what values."""

    promotion_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("promotionId", Uuid(), nullable=True)
    )
    """The promotion's id."""
    promotion_code: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("promotionCode", Text(), nullable=True)
    )
    """The code that a customer types in."""
    customised_values: PromotionValuesInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("customisedValues", Nested(lambda: PromotionValuesInput), nullable=True),
    )
    """Values that replace the promotion's own."""


from .promotion_values_input import PromotionValuesInput  # noqa: E402
