"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.model import Model

from .invoice_payer_action import InvoicePayerAction


class InvoicePaymentStatus(Model, frozen=True):
    """Whether the payer has to do something."""

    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _updated_at: str | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")

    @property
    def status(self) -> InvoicePayerAction | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(InvoicePayerAction, self._status)
        )

    @property
    def updated_at(self) -> datetime.datetime | str | None:
        """When it last changed."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else parse_rfc3339(self._updated_at)
        )

    @property
    def message(self) -> str | None:
        """What went wrong, in words."""
        return None if self._message is UNSET else self._message
