"""The client of the storefront."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Self, Unpack, cast

from commerce_sdk.runtime.credentials.token_cache import AuthLike
from commerce_sdk.runtime.keywords import in_keywords, with_keywords_of
from commerce_sdk.runtime.platform_client import (
    OF_FACADES,
    PlatformClient,
    SharedSettings,
    namespace,
)
from commerce_sdk.secret import revealed
from commerce_sdk.storefront.login import Login
from commerce_sdk_api.storefront import PLATFORM

if TYPE_CHECKING:
    from commerce_sdk.storefront.orders import Orders
    from commerce_sdk.storefront.products import Products


class StorefrontSettings(SharedSettings, total=False):
    """The keywords that `StorefrontClient` takes."""

    auth: Login | AuthLike | None
    tier: str | None


class StorefrontClient(PlatformClient):
    """The storefront. Make one, share it, close it.

        async with StorefrontClient(base_url=…, auth=Login(email, password)) as shop:
            order = await shop.orders.create(customer_id, items={product_id: 2})

    It has no server of its own, so `base_url` is needed. `auth` takes a `Login` as well, and for
    server to server an `ApiKey`.

    Args:
        tier: The plan whose published limits are kept, `standard` or `enterprise`; left out, the
            standard one.
    """

    platform = PLATFORM
    prefix = "STOREFRONT_"
    logins: ClassVar[Mapping[tuple[str, ...], Callable[..., object]]] = {
        ("EMAIL", "PASSWORD"): Login
    }

    @in_keywords
    @with_keywords_of(PlatformClient.__init__, but=OF_FACADES | {"auth"})
    def __init__(
        self,
        *,
        auth: Login | AuthLike | None = None,
        tier: str | None = None,
        **settings: Unpack[SharedSettings],
    ) -> None:
        if not isinstance(revealed(auth), Login):
            super().__init__(auth=cast("AuthLike | None", auth), tier=tier, **settings)
            return
        from commerce_sdk.storefront.sessions import Sessions

        sessions = Sessions(revealed(auth))
        super().__init__(auth=sessions.credential, tier=tier, **settings)
        # How long it may take is for the calls to say that wait for it.
        sessions.core = self._core.with_options(deadline=None)

    @classmethod
    def from_env(cls, **settings: Unpack[StorefrontSettings]) -> Self:
        """A client from `STOREFRONT_BASE_URL`, and from one of `STOREFRONT_EMAIL` with
        `STOREFRONT_PASSWORD` (makes it a `Login`), `STOREFRONT_API_KEY` and `STOREFRONT_TOKEN`; an
        empty one is not set. Settings given here win.

        Raises `InvalidRequest` where no credential is there, half of one, or more than one.
        """
        return cls._from_env(settings)

    @in_keywords
    async def logout(self) -> None:
        """End the session at the platform, and forget it here and in its store; the next call logs
        in again.

        Where there is no session, or the platform knows of none any more, that is all. Of a fixed
        token the session is ended too. Raises `InvalidRequest` for an API key, which has none, and
        what any call does: then the session is still there to be ended.
        """
        from commerce_sdk.storefront.sessions import end_session

        await end_session(self._core)

    # --- what it speaks of; each part is loaded when it is first asked for

    @namespace
    def products(self) -> Products:
        """Read and write what is for sale."""
        from commerce_sdk.storefront.products import Products

        return Products(self._core)

    @namespace
    def orders(self) -> Orders:
        """Place orders, take them from status to status, follow, read and list them."""
        from commerce_sdk.storefront.orders import Orders

        return Orders(self._core)
