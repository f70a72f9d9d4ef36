"""The neutral platform of the tests: a small facade over `tests/generation/shop.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self, Unpack

import httpx

from commerce_sdk.runtime.client import Core
from commerce_sdk.runtime.keywords import in_keywords, with_keywords_of
from commerce_sdk.runtime.platform_client import OF_FACADES, PlatformClient, Settings
from commerce_sdk.runtime.tenants import TenantSetting
from tests.generation.golden.shop import PLATFORM

BASE_URL = "http://127.0.0.1:1/api"
TENANTS = {"shop": TenantSetting("shop", "SHOP_SHOP"), "clerk": TenantSetting("clerk")}


class ShopSettings(Settings, total=False):
    """The keywords that `ShopClient` takes."""

    shop: str | None
    clerk: str | None


class ShopClient(PlatformClient):
    """A fictional shop.

    Args:
        shop: The shop that calls are about.
        clerk: Who makes them.
    """

    platform = PLATFORM
    prefix = "SHOP_"
    tenants = TENANTS

    @in_keywords
    @with_keywords_of(PlatformClient.__init__, but=OF_FACADES)
    def __init__(
        self, *, shop: str | None = None, clerk: str | None = None, **settings: Unpack[Settings]
    ) -> None:
        super().__init__(tenants={"shop": shop, "clerk": clerk}, **settings)

    @classmethod
    def from_env(cls, **settings: Unpack[ShopSettings]) -> Self:
        """A client from the variables that begin with `SHOP_`."""
        return cls._from_env(settings)

    @in_keywords
    def for_shop(self, shop: str) -> Self:
        """The same client for another shop."""
        return self._for_tenants(shop=shop)

    @property
    def core(self) -> Core:
        """The way of its calls."""
        return self._core


Answer = Callable[[httpx.Request], httpx.Response]


def shop_client(answer: Answer, **settings: Any) -> ShopClient:
    """A client of the shop whose answers a function gives."""
    settings = {
        "shop": "corner",
        "retry": None,
        "limiter": None,
        "base_url": BASE_URL,
        "transport": httpx.MockTransport(answer),
        **settings,
    }
    if "auth" not in settings:
        settings.setdefault("token", "s3cr3t-t0ken")
    return ShopClient(**settings)
