"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class ErrorDetails(Model, frozen=True):
    """What is wrong."""

    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _request_id: str | None | UnsetType = msgspec.field(default=UNSET, name="requestId")
    _line: str | None | UnsetType = msgspec.field(default=UNSET, name="line")
    _details: list[ErrorDetail | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="details"
    )

    @property
    def code(self) -> str | None:
        """`code`."""
        return None if self._code is UNSET else self._code

    @property
    def message(self) -> str | None:
        """`message`."""
        return None if self._message is UNSET else self._message

    @property
    def request_id(self) -> str | None:
        """`requestId`."""
        return None if self._request_id is UNSET else self._request_id

    @property
    def line(self) -> str | None:
        """`line`."""
        return None if self._line is UNSET else self._line

    @property
    def details(self) -> list[ErrorDetail] | None:
        """`details`."""
        return None if self._details is UNSET or self._details is None else objects(self._details)


from .error_detail import ErrorDetail  # noqa: E402
