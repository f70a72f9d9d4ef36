"""The client of the Commerce Cloud Platform."""

from __future__ import annotations

import os
from copy import copy
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from msgspec import UNSET, UnsetType

from commerce_sdk import defaults
from commerce_sdk.clock import SYSTEM_CLOCK, Clock
from commerce_sdk.commerce.namespace import ACCOUNT_ADVICE
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.auth import Basic, Bearer
from commerce_sdk.runtime.client import Core
from commerce_sdk.runtime.events import SILENT, Hooks
from commerce_sdk.runtime.keywords import check_keywords, in_keywords
from commerce_sdk.runtime.limits import SHARED, Limiter, LocalLimiter
from commerce_sdk.runtime.retry import DEFAULT_POLICY, RetryPolicy
from commerce_sdk.runtime.token_cache import AuthLike
from commerce_sdk.secret import hide
from commerce_sdk_api.commerce import PLATFORM, models

if TYPE_CHECKING:
    import httpx

    from commerce_sdk.commerce.catalog import Offerings, Products
    from commerce_sdk.commerce.entitlements import Entitlements
    from commerce_sdk.commerce.invoices import CreditNotes, InvoiceGroups, Invoices
    from commerce_sdk.commerce.orders import Orders
    from commerce_sdk.commerce.pricing import PricingChanges, PricingPlans
    from commerce_sdk.commerce.quotes import Quotes

_SERVER = PLATFORM.server or ""


class CommerceClient:
    """The Commerce Cloud Platform. Make one, share it, close it.

        async with CommerceClient(token=…, transaction_account=…) as commerce:
            placed = await commerce.orders.place(items=[new_item(offering_id)])

    Args:
        token: An access token, sent as Bearer.
        auth: In place of it `Bearer`, `Basic(email, token)`, or a callable (plain or async) that
            gives a token: a text, asked for again when the platform refuses the old one, or an
            `AccessToken`, renewed before it ends. Clients that share a `TokenCache` share it.
        transaction_account: The account on whose behalf calls are made.
        catalog_account: The account of the catalogue, for calls that name one.
        error_response_version: The shape of error answers to ask for, `v1` or `v2`, where the
            platform lets one choose; left out, it chooses. Both read as the same errors.
        base_url: Another server than the document's; https, unless it is loopback.
        deadline: Seconds for one call, page or poll with everything in it; None for no limit.
        attempt_timeout: Seconds for one attempt of a call.
        retry: A `RetryPolicy`; None to never try again.
        limiter: What keeps the published limits; left out, one that all clients of the process
            share; None to keep none.
        max_connections: How many connections are used at once; further calls wait in line.
        hooks: Functions that are told of requests, answers, retries, waits and polls.
        transport: An `httpx.AsyncBaseTransport` in place of the network. Closed with the client;
            one that several clients were given, with the last of them.
        clock: Time itself, for tests.

    Raises:
        InvalidRequest: a setting that cannot be right, with its name.
    """

    @in_keywords
    def __init__(
        self,
        *,
        token: str | None = None,
        auth: AuthLike | None = None,
        transaction_account: str | None = None,
        catalog_account: str | None = None,
        error_response_version: str | None = None,
        base_url: str = _SERVER,
        deadline: float | None = defaults.DEADLINE,
        attempt_timeout: float | None = defaults.ATTEMPT_TIMEOUT,
        retry: RetryPolicy | None = DEFAULT_POLICY,
        limiter: Limiter | UnsetType | None = UNSET,
        max_connections: int = defaults.MAX_CONNECTIONS,
        hooks: Hooks = SILENT,
        transport: httpx.AsyncBaseTransport | None = None,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        token, auth = hide(token), hide(auth)
        self._core = Core.open(
            platform=PLATFORM,
            base_url=base_url,
            auth=_credential(token, auth),
            transaction_account=transaction_account,
            catalog_account=catalog_account,
            options={"error_response_version": _known(error_response_version)},
            deadline=deadline,
            attempt_timeout=attempt_timeout,
            retry=retry,
            limiter=_of_this_process(clock) if limiter is UNSET else limiter,
            max_connections=max_connections,
            hooks=hooks,
            transport=transport,
            clock=clock,
            advice={"transaction_account": ACCOUNT_ADVICE},
        )

    @classmethod
    def from_env(cls, **settings: Any) -> Self:
        """A client from `COMMERCE_TOKEN`, `COMMERCE_EMAIL` (makes it Basic),
        `COMMERCE_TRANSACTION_ACCOUNT` and `COMMERCE_BASE_URL`; an empty one is not set. Settings
        given here win.

        Raises `InvalidRequest` where the token is missing.
        """
        check_keywords(cls.__init__, [*settings], f"{cls.__name__}()")
        for given in settings.keys() & {"token", "auth"}:
            settings[given] = hide(settings[given])
        token = hide(os.environ.get("COMMERCE_TOKEN"))
        email = os.environ.get("COMMERCE_EMAIL")
        if "auth" not in settings and "token" not in settings:
            if not token:
                raise InvalidRequest("is not set in the environment", path="COMMERCE_TOKEN")
            settings["auth"] = Basic(email, token) if email else Bearer(token)
        for setting, name in (
            ("transaction_account", "COMMERCE_TRANSACTION_ACCOUNT"),
            ("base_url", "COMMERCE_BASE_URL"),
        ):
            if value := os.environ.get(name):
                settings.setdefault(setting, value)
        return cls(**settings)

    @in_keywords
    def with_options(
        self,
        *,
        deadline: float | UnsetType | None = UNSET,
        attempt_timeout: float | UnsetType | None = UNSET,
        retry: RetryPolicy | UnsetType | None = UNSET,
    ) -> Self:
        """The same client with other times or another retry policy, on the same connections.
        What is left out stays as it is, and so do the attributes that a subclass has added. Only
        the first client closes the connections."""
        options = {"deadline": deadline, "attempt_timeout": attempt_timeout, "retry": retry}
        given = {name: value for name, value in options.items() if value is not UNSET}
        return self._on(self._core.with_options(**given))

    @in_keywords
    def for_account(
        self, transaction_account: str | None = None, *, catalog_account: str | None = None
    ) -> Self:
        """The same client for another account, on the same connections."""
        return self._on(self._core.for_account(transaction_account, catalog_account))

    def _on(self, core: Core) -> Self:
        clone = copy(self)
        clone._core = core
        return clone

    # --- what it speaks of; each part is loaded when it is first asked for

    @property
    def orders(self) -> Orders:
        """Place orders, follow them to their end, read and list them."""
        from commerce_sdk.commerce.orders import Orders

        return Orders(self._core)

    @property
    def quotes(self) -> Quotes:
        """Read quotes, wait for them, download them."""
        from commerce_sdk.commerce.quotes import Quotes

        return Quotes(self._core)

    @property
    def invoices(self) -> Invoices:
        """Read, list and download invoices."""
        from commerce_sdk.commerce.invoices import Invoices

        return Invoices(self._core)

    @property
    def invoice_groups(self) -> InvoiceGroups:
        """Read and list the groups that invoices are billed to."""
        from commerce_sdk.commerce.invoices import InvoiceGroups

        return InvoiceGroups(self._core)

    @property
    def credit_notes(self) -> CreditNotes:
        """Read credit notes."""
        from commerce_sdk.commerce.invoices import CreditNotes

        return CreditNotes(self._core)

    @property
    def products(self) -> Products:
        """Read what is sold."""
        from commerce_sdk.commerce.catalog import Products

        return Products(self._core)

    @property
    def offerings(self) -> Offerings:
        """Read in which forms a product is sold, and at which prices."""
        from commerce_sdk.commerce.catalog import Offerings

        return Offerings(self._core)

    @property
    def pricing_plans(self) -> PricingPlans:
        """Read and write the prices of an offering."""
        from commerce_sdk.commerce.pricing import PricingPlans

        return PricingPlans(self._core)

    @property
    def pricing_changes(self) -> PricingChanges:
        """Bring prices into force."""
        from commerce_sdk.commerce.pricing import PricingChanges

        return PricingChanges(self._core)

    @property
    def entitlements(self) -> Entitlements:
        """Read what an account is entitled to."""
        from commerce_sdk.commerce.entitlements import Entitlements

        return Entitlements(self._core)

    async def aclose(self, *, grace: float | None = defaults.CLOSE_GRACE) -> None:
        """Close the connections. New calls on this client and its clones raise `ClientClosed`.

        Calls under way are waited for, `grace` seconds at the most (None: as long as their own
        deadlines let them); then they are cut, and raise `ClientClosed` too, with `maybe_applied`
        on writes. Leaving `async with` closes with the default grace.
        """
        await self._core.aclose(grace)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        # Reporters ask for it also where a setting was refused.
        return f"CommerceClient({vars(self).get('_core')!r})"


def _of_this_process(clock: Clock) -> Limiter:
    # Another clock than the machine's is a world of its own.
    return SHARED if clock is SYSTEM_CLOCK else LocalLimiter()


def _known(version: str | None) -> str | None:
    known = [member.value for member in models.ErrorResponseVersion]
    if version is not None and version not in known:
        raise InvalidRequest(f"expected one of {', '.join(known)}", path="error_response_version")
    return version


def _credential(token: str | None, auth: AuthLike | None) -> AuthLike:
    if token is not None and auth is None:
        return Bearer(token)
    if auth is not None and token is None:
        return auth
    raise InvalidRequest("give token= or auth=, one of them", path="token")
