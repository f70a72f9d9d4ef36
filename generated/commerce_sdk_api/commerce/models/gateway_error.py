"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import mapped, objects
from commerce_sdk.document.model import Model


class GatewayError(Model, frozen=True):
    """Why a request failed, in the shape of the gateway before some operations. Every field may be
    missing."""

    _timestamp: str | None | UnsetType = msgspec.field(default=UNSET, name="timestamp")
    _error: list[GatewayErrorEntry | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="error"
    )
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _path: str | None | UnsetType = msgspec.field(default=UNSET, name="path")
    _gateway_request_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="gatewayRequestId"
    )
    _auth_type_errors: dict[str, list[str | None] | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="authTypeErrors"
    )

    @property
    def timestamp(self) -> str | None:
        """The instant."""
        return None if self._timestamp is UNSET else self._timestamp

    @property
    def error(self) -> list[GatewayErrorEntry] | None:
        """The reasons, one by one."""
        return None if self._error is UNSET or self._error is None else objects(self._error)

    @property
    def message(self) -> str | None:
        """What went wrong, in words."""
        return None if self._message is UNSET else self._message

    @property
    def path(self) -> str | None:
        """The path of the request."""
        return None if self._path is UNSET else self._path

    @property
    def gateway_request_id(self) -> str | None:
        """The gateway's id of the request, to quote to support."""
        return None if self._gateway_request_id is UNSET else self._gateway_request_id

    @property
    def auth_type_errors(self) -> dict[str, list[str] | None] | None:
        """What was wrong with each way to authenticate."""
        return (
            None
            if self._auth_type_errors is UNSET or self._auth_type_errors is None
            else mapped(self._auth_type_errors, lambda entry: objects(entry))
        )


from .gateway_error_entry import GatewayErrorEntry  # noqa: E402
