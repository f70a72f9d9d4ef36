"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PromotionInput(RequestModel):
    """A promotion to apply."""

    promotion_instance_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("promotionInstanceId", Text(), nullable=True)
    )
    """The promotion as handed out to this customer."""
    promotion_definition: PromotionDefinitionInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "promotionDefinition", Nested(lambda: PromotionDefinitionInput), nullable=True
        ),
    )
    """Which promotion, and with what values."""


from .promotion_definition_input import PromotionDefinitionInput  # noqa: E402
