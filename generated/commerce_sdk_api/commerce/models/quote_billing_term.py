"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .quote_billing_term_type import QuoteBillingTermType


class QuoteBillingTerm(Model, frozen=True):
    """A condition of billing."""

    _billing_term_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="billingTermType"
    )

    @property
    def billing_term_type(self) -> QuoteBillingTermType | None:
        """The kind of condition."""
        return (
            None
            if self._billing_term_type is UNSET or self._billing_term_type is None
            else choice(QuoteBillingTermType, self._billing_term_type)
        )
