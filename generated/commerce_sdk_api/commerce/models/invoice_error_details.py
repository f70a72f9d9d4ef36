"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class InvoiceErrorDetails(Model, frozen=True):
    """The reason in words, or the fields that are wrong. The published type is one of the two
    without a mark that tells them apart, so both stand here."""

    _reason: str | None | UnsetType = msgspec.field(default=UNSET, name="reason")
    _validation_errors: list[InvoiceFieldError | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="validationErrors"
    )

    @property
    def reason(self) -> str | None:
        """The reason in words, where it is not about single fields."""
        return None if self._reason is UNSET else self._reason

    @property
    def validation_errors(self) -> list[InvoiceFieldError] | None:
        """The fields that are wrong."""
        return (
            None
            if self._validation_errors is UNSET or self._validation_errors is None
            else objects(self._validation_errors)
        )


from .invoice_field_error import InvoiceFieldError  # noqa: E402
