"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class CreditNoteCredit(Model, frozen=True):
    """A credit that is granted, such as for a breach of service levels."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _external_id: str | None | UnsetType = msgspec.field(default=UNSET, name="externalId")
    _amount: Any | None | UnsetType = msgspec.field(default=UNSET, name="amount")
    _breach_period: InvoicePeriod | None | UnsetType = msgspec.field(
        default=UNSET, name="breachPeriod"
    )

    @property
    def external_id(self) -> str | None:
        """Its id elsewhere."""
        return None if self._external_id is UNSET else self._external_id

    @property
    def amount(self) -> Money | None:
        """How much it comes to."""
        return (
            None
            if self._amount is UNSET or self._amount is None
            else amount(self._amount, self._sdk_currency, "major")
        )

    @property
    def breach_period(self) -> InvoicePeriod | None:
        """The time in which the breach was."""
        return None if self._breach_period is UNSET else self._breach_period


from .invoice_period import InvoicePeriod  # noqa: E402
