"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class EntitlementError(Model, frozen=True):
    """Why a request about entitlements failed, or a part of one. Every field may be missing."""

    _timestamp: str | None | UnsetType = msgspec.field(default=UNSET, name="timestamp")
    _status: int | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _error: str | None | UnsetType = msgspec.field(default=UNSET, name="error")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _path: str | None | UnsetType = msgspec.field(default=UNSET, name="path")
    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _requests: list[dict[str, Any] | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="requests"
    )

    @property
    def timestamp(self) -> str | None:
        """The instant."""
        return None if self._timestamp is UNSET else self._timestamp

    @property
    def status(self) -> int | None:
        """The HTTP status, as a number that measures nothing."""
        return None if self._status is UNSET else self._status

    @property
    def error(self) -> str | None:
        """What went wrong, in a few words."""
        return None if self._error is UNSET else self._error

    @property
    def message(self) -> str | None:
        """What went wrong, in words."""
        return None if self._message is UNSET else self._message

    @property
    def path(self) -> str | None:
        """The path of the request."""
        return None if self._path is UNSET else self._path

    @property
    def code(self) -> str | None:
        """What it is, for programs."""
        return None if self._code is UNSET else self._code

    @property
    def requests(self) -> list[dict[str, Any]] | None:
        """The requests that failed."""
        return (
            None if self._requests is UNSET or self._requests is None else objects(self._requests)
        )
