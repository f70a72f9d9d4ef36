"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class QuoteItemError(Model, frozen=True):
    """One thing that is wrong with an item."""

    _error_code: str | None | UnsetType = msgspec.field(default=UNSET, name="errorCode")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _field: str | None | UnsetType = msgspec.field(default=UNSET, name="field")

    @property
    def error_code(self) -> str | None:
        """What went wrong, for programs; no values are published."""
        return None if self._error_code is UNSET else self._error_code

    @property
    def message(self) -> str | None:
        """What went wrong, in words."""
        return None if self._message is UNSET else self._message

    @property
    def field(self) -> str | None:
        """The field that is wrong."""
        return None if self._field is UNSET else self._field
