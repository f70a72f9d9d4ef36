"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionInvoiceSettings(Model, frozen=True):
    """How a subscription is put on invoices."""

    _prevent_upcoming_invoice: bool | None | UnsetType = msgspec.field(
        default=UNSET, name="preventUpcomingInvoice"
    )

    @property
    def prevent_upcoming_invoice(self) -> bool | None:
        """Whether it stays off the upcoming invoice."""
        return None if self._prevent_upcoming_invoice is UNSET else self._prevent_upcoming_invoice
