"""The `access` namespace of the shop."""

from __future__ import annotations

from commerce_sdk.runtime.namespace import Namespace
from tests.codegen.golden.shop.api import access
from tests.codegen.golden.shop.models import LoginInput, RefreshInput, ShopTokens, Stock


class Access(Namespace):
    """Log in, and what an API key is for."""

    async def log_in(self, email: str, password: str) -> ShopTokens:
        """The tokens of a new login; takes no credential."""
        body = LoginInput(email=email, password=password)
        return await self._core.ask(access.log_in.build(body=body))

    async def refresh(self, refresh_token: str) -> ShopTokens:
        """New tokens for an old login; takes no credential."""
        body = RefreshInput(refresh_token=refresh_token)
        return await self._core.ask(access.refresh_login.build(body=body))

    async def stock(self) -> Stock:
        """What is in stock; takes an API key alone."""
        return await self._core.ask(access.get_stock.build())
