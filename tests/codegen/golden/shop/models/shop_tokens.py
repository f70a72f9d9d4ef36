"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ShopTokens(Model, frozen=True):
    """What a login gives."""

    _access_token: str | None | UnsetType = msgspec.field(default=UNSET, name="accessToken")
    _refresh_token: str | None | UnsetType = msgspec.field(default=UNSET, name="refreshToken")
    _expires_in: int | None | UnsetType = msgspec.field(default=UNSET, name="expiresIn")

    @property
    def access_token(self) -> str | None:
        """`accessToken`."""
        return None if self._access_token is UNSET else self._access_token

    @property
    def refresh_token(self) -> str | None:
        """`refreshToken`."""
        return None if self._refresh_token is UNSET else self._refresh_token

    @property
    def expires_in(self) -> int | None:
        """`expiresIn`."""
        return None if self._expires_in is UNSET else self._expires_in
