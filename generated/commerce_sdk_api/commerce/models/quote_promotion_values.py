"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class QuotePromotionValues(Model, frozen=True):
    """What is different from the promotion's own values."""

    _application_reason: QuoteApplicationReason | None | UnsetType = msgspec.field(
        default=UNSET, name="applicationReason"
    )
    _benefits: list[QuoteBenefit | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="benefits"
    )

    @property
    def application_reason(self) -> QuoteApplicationReason | None:
        """Why it was applied."""
        return None if self._application_reason is UNSET else self._application_reason

    @property
    def benefits(self) -> list[QuoteBenefit] | None:
        """What the promotion gives."""
        return (
            None if self._benefits is UNSET or self._benefits is None else objects(self._benefits)
        )


from .quote_application_reason import QuoteApplicationReason  # noqa: E402
from .quote_benefit import QuoteBenefit  # noqa: E402
