"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class Error(Model, frozen=True):
    """What was wrong."""

    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _details: list[ErrorDetail | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="details"
    )

    @property
    def code(self) -> str | None:
        """For programs."""
        return None if self._code is UNSET else self._code

    @property
    def message(self) -> str | None:
        """For people."""
        return None if self._message is UNSET else self._message

    @property
    def details(self) -> list[ErrorDetail] | None:
        """What is wrong with single fields."""
        return None if self._details is UNSET or self._details is None else objects(self._details)


from .error_detail import ErrorDetail  # noqa: E402
