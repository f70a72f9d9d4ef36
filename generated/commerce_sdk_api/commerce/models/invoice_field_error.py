"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoiceFieldError(Model, frozen=True):
    """What is wrong with one field."""

    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _field_name: str | None | UnsetType = msgspec.field(default=UNSET, name="fieldName")
    _validation_message: str | None | UnsetType = msgspec.field(
        default=UNSET, name="validationMessage"
    )

    @property
    def code(self) -> str | None:
        """What it is, for programs."""
        return None if self._code is UNSET else self._code

    @property
    def field_name(self) -> str | None:
        """The field that is wrong."""
        return None if self._field_name is UNSET else self._field_name

    @property
    def validation_message(self) -> str | None:
        """What is wrong with the field."""
        return None if self._validation_message is UNSET else self._validation_message
