"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .invoice_error_key import InvoiceErrorKey


class InvoiceError(Model, frozen=True):
    """Why a request about invoices failed. Every field may be missing."""

    _error_details: InvoiceErrorDetails | None | UnsetType = msgspec.field(
        default=UNSET, name="errorDetails"
    )
    _error_key: str | None | UnsetType = msgspec.field(default=UNSET, name="errorKey")

    @property
    def error_details(self) -> InvoiceErrorDetails | None:
        """The particulars."""
        return None if self._error_details is UNSET else self._error_details

    @property
    def error_key(self) -> InvoiceErrorKey | None:
        """What went wrong, for programs."""
        return (
            None
            if self._error_key is UNSET or self._error_key is None
            else choice(InvoiceErrorKey, self._error_key)
        )


from .invoice_error_details import InvoiceErrorDetails  # noqa: E402
