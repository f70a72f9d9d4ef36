"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class QuotePromotion(Model, frozen=True):
    """A promotion on a line."""

    _promotion_instance_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionInstanceId"
    )
    _promotion_definition: QuotePromotionDefinition | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionDefinition"
    )
    _promotion_term: QuotePromotionTerm | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionTerm"
    )

    @property
    def promotion_instance_id(self) -> str | None:
        """The promotion as applied here."""
        return None if self._promotion_instance_id is UNSET else self._promotion_instance_id

    @property
    def promotion_definition(self) -> QuotePromotionDefinition | None:
        """Which promotion it is."""
        return None if self._promotion_definition is UNSET else self._promotion_definition

    @property
    def promotion_term(self) -> QuotePromotionTerm | None:
        """A condition of the promotion."""
        return None if self._promotion_term is UNSET else self._promotion_term


from .quote_promotion_definition import QuotePromotionDefinition  # noqa: E402
from .quote_promotion_term import QuotePromotionTerm  # noqa: E402
