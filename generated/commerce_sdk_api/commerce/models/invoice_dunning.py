"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.model import Model

from .invoice_dunning_attempt import InvoiceDunningAttempt


class InvoiceDunning(Model, frozen=True):
    """One attempt to collect what is due."""

    _attempt: str | None | UnsetType = msgspec.field(default=UNSET, name="attempt")
    _error_code: str | None | UnsetType = msgspec.field(default=UNSET, name="errorCode")
    _decline_code: str | None | UnsetType = msgspec.field(default=UNSET, name="declineCode")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _updated_at: str | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _next_payment_attempt_date: str | None | UnsetType = msgspec.field(
        default=UNSET, name="nextPaymentAttemptDate"
    )
    _attempt_count: int | None | UnsetType = msgspec.field(default=UNSET, name="attemptCount")

    @property
    def attempt(self) -> InvoiceDunningAttempt | None:
        """Which attempt it is."""
        return (
            None
            if self._attempt is UNSET or self._attempt is None
            else choice(InvoiceDunningAttempt, self._attempt)
        )

    @property
    def error_code(self) -> str | None:
        """Why the attempt failed, for programs; no values are published."""
        return None if self._error_code is UNSET else self._error_code

    @property
    def decline_code(self) -> str | None:
        """Why the bank declined, for programs; no values are published."""
        return None if self._decline_code is UNSET else self._decline_code

    @property
    def message(self) -> str | None:
        """What went wrong, in words."""
        return None if self._message is UNSET else self._message

    @property
    def updated_at(self) -> datetime.datetime | str | None:
        """When it last changed."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else parse_rfc3339(self._updated_at)
        )

    @property
    def next_payment_attempt_date(self) -> datetime.datetime | str | None:
        """When the next attempt is made."""
        return (
            None
            if self._next_payment_attempt_date is UNSET or self._next_payment_attempt_date is None
            else parse_rfc3339(self._next_payment_attempt_date)
        )

    @property
    def attempt_count(self) -> int | None:
        """How many attempts were made."""
        return None if self._attempt_count is UNSET else self._attempt_count
