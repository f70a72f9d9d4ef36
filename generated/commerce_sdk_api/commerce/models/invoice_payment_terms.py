"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .entitlement_status import EntitlementStatus


class InvoicePaymentTerms(Model, frozen=True):
    """The terms of a payment method."""

    _invoice_due_days: int | None | UnsetType = msgspec.field(default=UNSET, name="invoiceDueDays")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _pay_on_statement: bool | None | UnsetType = msgspec.field(default=UNSET, name="payOnStatement")

    @property
    def invoice_due_days(self) -> int | None:
        """After how many days an invoice is due. The sources name 30 as the default."""
        return None if self._invoice_due_days is UNSET else self._invoice_due_days

    @property
    def status(self) -> EntitlementStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(EntitlementStatus, self._status)
        )

    @property
    def pay_on_statement(self) -> bool | None:
        """Whether it is paid by a statement."""
        return None if self._pay_on_statement is UNSET else self._pay_on_statement
