"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class QuotePromotionDefinition(Model, frozen=True):
    """Which promotion it is, and what was changed of it."""

    _promotion_id: str | None | UnsetType = msgspec.field(default=UNSET, name="promotionId")
    _promotion_code: str | None | UnsetType = msgspec.field(default=UNSET, name="promotionCode")
    _customised_values: QuotePromotionValues | None | UnsetType = msgspec.field(
        default=UNSET, name="customisedValues"
    )
    _application_context: QuoteApplicationContext | None | UnsetType = msgspec.field(
        default=UNSET, name="applicationContext"
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
    def customised_values(self) -> QuotePromotionValues | None:
        """What is different from the promotion's own values."""
        return None if self._customised_values is UNSET else self._customised_values

    @property
    def application_context(self) -> QuoteApplicationContext | None:
        """How the promotion was applied."""
        return None if self._application_context is UNSET else self._application_context


from .quote_application_context import QuoteApplicationContext  # noqa: E402
from .quote_promotion_values import QuotePromotionValues  # noqa: E402
