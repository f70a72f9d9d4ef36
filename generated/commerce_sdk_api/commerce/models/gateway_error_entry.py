"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class GatewayErrorEntry(Model, frozen=True):
    """One reason."""

    _code: int | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _error_message: str | None | UnsetType = msgspec.field(default=UNSET, name="errorMessage")

    @property
    def code(self) -> int | None:
        """The reason, as a number that measures nothing; no values are published."""
        return None if self._code is UNSET else self._code

    @property
    def error_message(self) -> str | None:
        """The reason, in words."""
        return None if self._error_message is UNSET else self._error_message
