"""The client of the shop."""

from __future__ import annotations

from typing import Self, Unpack

from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.keywords import in_keywords, with_keywords_of
from commerce_sdk.runtime.platform_client import OF_FACADES, PlatformClient, Settings, namespace
from commerce_sdk.runtime.tenants import TenantSetting
from tests.codegen.golden.shop import PLATFORM
from tests.shop.access import Access
from tests.shop.articles import Articles
from tests.shop.bills import Bills
from tests.shop.goods import Goods
from tests.shop.racks import Racks
from tests.shop.stands import Stands
from tests.shop.tills import Tills

TENANTS = {"shop": TenantSetting("shop", "SHOP_SHOP"), "clerk": TenantSetting("clerk")}


class ShopSettings(Settings, total=False):
    """The keywords that `ShopClient` takes."""

    shop: str | None
    clerk: str | None
    tier: str | None


class ShopClient(PlatformClient):
    """A fictional shop.

    Args:
        shop: The shop that calls are about.
        clerk: Who makes them.
        tier: The plan whose published limits it keeps; left out, the small one.
    """

    platform = PLATFORM
    prefix = "SHOP_"
    tenants = TENANTS

    @in_keywords
    @with_keywords_of(PlatformClient.__init__, but=OF_FACADES)
    def __init__(
        self,
        *,
        shop: str | None = None,
        clerk: str | None = None,
        tier: str | None = None,
        **settings: Unpack[Settings],
    ) -> None:
        super().__init__(tenants={"shop": shop, "clerk": clerk}, tier=tier, **settings)

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

    # --- what it speaks of

    @namespace
    def bills(self) -> Bills:
        """Write, read and print bills."""
        return Bills(self._core)

    @namespace
    def goods(self) -> Goods:
        """List what there is to buy."""
        return Goods(self._core)

    @namespace
    def articles(self) -> Articles:
        """Find and change articles, and let members in."""
        return Articles(self._core)

    @namespace
    def access(self) -> Access:
        """Log in, and what an API key is for."""
        return Access(self._core)

    @namespace
    def tills(self) -> Tills:
        """Open and read the tills of a shop."""
        return Tills(self._core)

    @namespace
    def racks(self) -> Racks:
        """Read and fill racks."""
        return Racks(self._core)

    @namespace
    def stands(self) -> Stands:
        """Put racks up and take them away."""
        return Stands(self._core)
