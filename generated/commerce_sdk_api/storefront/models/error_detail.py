"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ErrorDetail(Model, frozen=True):
    """What is wrong with one field. The page says that there are such objects, and not what is in
    them; these are the names that most servers give it."""

    _field: str | None | UnsetType = msgspec.field(default=UNSET, name="field")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")

    @property
    def field(self) -> str | None:
        """The field."""
        return None if self._field is UNSET else self._field

    @property
    def message(self) -> str | None:
        """What is wrong, for people."""
        return None if self._message is UNSET else self._message

    @property
    def code(self) -> str | None:
        """What is wrong, for programs."""
        return None if self._code is UNSET else self._code
