"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model
from commerce_sdk.secret import hide_texts


class Token(Model, frozen=True):
    """The tokens of a session."""

    secret_names: ClassVar[frozenset[str]] = frozenset({"_access_token", "_refresh_token"})
    _access_token: str | None | UnsetType = msgspec.field(default=UNSET, name="accessToken")
    _token_type: str | None | UnsetType = msgspec.field(default=UNSET, name="tokenType")
    _expires_in: int | None | UnsetType = msgspec.field(default=UNSET, name="expiresIn")
    _refresh_token: str | None | UnsetType = msgspec.field(default=UNSET, name="refreshToken")

    @property
    def access_token(self) -> str | None:
        """The access token, a JWT."""
        return (
            None
            if self._access_token is UNSET or self._access_token is None
            else hide_texts(self._access_token)
        )

    @property
    def token_type(self) -> str | None:
        """How the access token is sent, as `Bearer`."""
        return None if self._token_type is UNSET else self._token_type

    @property
    def expires_in(self) -> int | None:
        """Seconds until the access token is over."""
        return None if self._expires_in is UNSET else self._expires_in

    @property
    def refresh_token(self) -> str | None:
        """What brings the session's next tokens, once. In a browser it is a cookie, and null here."""
        return (
            None
            if self._refresh_token is UNSET or self._refresh_token is None
            else hide_texts(self._refresh_token)
        )
