"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoiceCharge(Model, frozen=True):
    """The charge that paid an invoice."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _dispute: InvoiceDispute | None | UnsetType = msgspec.field(default=UNSET, name="dispute")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def dispute(self) -> InvoiceDispute | None:
        """The dispute over it, if any."""
        return None if self._dispute is UNSET else self._dispute


from .invoice_dispute import InvoiceDispute  # noqa: E402
