"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .invoice_dispute_status import InvoiceDisputeStatus


class InvoiceDispute(Model, frozen=True):
    """A dispute over a charge."""

    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _reason: str | None | UnsetType = msgspec.field(default=UNSET, name="reason")

    @property
    def status(self) -> InvoiceDisputeStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(InvoiceDisputeStatus, self._status)
        )

    @property
    def reason(self) -> str | None:
        """Why."""
        return None if self._reason is UNSET else self._reason
