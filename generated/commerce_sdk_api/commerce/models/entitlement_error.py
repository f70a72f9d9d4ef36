"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import objects, plain
from commerce_sdk.model import Model


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
        return plain(self._timestamp)

    @property
    def status(self) -> int | None:
        """The HTTP status, as a number that measures nothing."""
        return plain(self._status)

    @property
    def error(self) -> str | None:
        """What went wrong, in a few words."""
        return plain(self._error)

    @property
    def message(self) -> str | None:
        """What went wrong, in words."""
        return plain(self._message)

    @property
    def path(self) -> str | None:
        """The path of the request."""
        return plain(self._path)

    @property
    def code(self) -> str | None:
        """What it is, for programs."""
        return plain(self._code)

    @property
    def requests(self) -> list[dict[str, Any]] | None:
        """The requests that failed."""
        return objects(self._requests)
