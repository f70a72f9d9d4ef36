"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ItemError(Model, frozen=True):
    """One thing that is wrong with an item."""

    _error_code: str | None | UnsetType = msgspec.field(default=UNSET, name="errorCode")
    _error_name: str | None | UnsetType = msgspec.field(default=UNSET, name="errorName")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _field: str | None | UnsetType = msgspec.field(default=UNSET, name="field")

    @property
    def error_code(self) -> str | None:
        """What is wrong, for programs; no values are published."""
        return None if self._error_code is UNSET else self._error_code

    @property
    def error_name(self) -> str | None:
        """The name of the error; no values are published."""
        return None if self._error_name is UNSET else self._error_name

    @property
    def message(self) -> str | None:
        """What is wrong, for people."""
        return None if self._message is UNSET else self._message

    @property
    def field(self) -> str | None:
        """The field at fault."""
        return None if self._field is UNSET else self._field
