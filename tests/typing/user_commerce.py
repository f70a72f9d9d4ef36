"""A billing service on the Commerce platform, as its authors write it. Checked, never run."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Self, Unpack, assert_type

from commerce_sdk import (
    AccessToken,
    ApiError,
    Attempt,
    CommerceClient,
    CommerceError,
    CommerceSettings,
    ConnectionFailed,
    DeadlineExceeded,
    Download,
    EndEvent,
    Handle,
    Hooks,
    InvalidRequest,
    LocalLimiter,
    Money,
    NotFound,
    OrderFailed,
    OrderHandle,
    Page,
    Paginator,
    PartialFailure,
    PreparedOrder,
    Problem,
    RateLimited,
    RetryPolicy,
    TokenCache,
    TooLate,
    amend_item,
    app_on,
    cancel_item,
    new_item,
    part_of_family,
    relates,
    under_enterprise,
)
from commerce_sdk.models import (
    AmendItem,
    CancelItem,
    EntitlementSummary,
    Invoice,
    NewItem,
    Offering,
    Order,
    OrderItem,
    OrderItemStatus,
    OrderRequest,
    OrderState,
    OrderStatus,
    PricingPlan,
    Quote,
)

DAY = datetime.timedelta(days=1)


async def fetch_token() -> AccessToken:
    return AccessToken("…", expires_in=3600)


def opened(account: str) -> CommerceClient:
    """With every setting that a service gives."""
    return CommerceClient(
        auth=TokenCache(fetch_token, name="billing"),
        transaction_account=account,
        deadline=30,
        attempt_timeout=None,
        retry=RetryPolicy(attempts=5),
        limiter=LocalLimiter(),
        max_connections=20,
        hooks=Hooks(end=ended),
    )


def ended(event: EndEvent) -> None:
    assert_type(event.operation, str)
    assert_type(event.seconds, float)
    assert_type(event.status, int | None)


class Billing(CommerceClient):
    """A client of the service's own, with a keyword more."""

    def __init__(self, *, cost_centre: str = "", **settings: Unpack[CommerceSettings]) -> None:
        super().__init__(**settings)
        self.cost_centre = cost_centre

    @classmethod
    def of_environment(cls, cost_centre: str, **settings: Unpack[CommerceSettings]) -> Self:
        billing = cls.from_env(**settings)
        billing.cost_centre = cost_centre
        return billing

    async def buy(self, offering: str, users: int) -> Order:
        placed = await self.orders.place(
            items=[new_item(offering, quantities={"user": users})],
            metadata={"cost_centre": self.cost_centre},
        )
        return await placed.result(deadline=600)

    def patient(self) -> Self:
        return self.with_options(deadline=None)


async def own_client() -> None:
    async with Billing(token="…", cost_centre="42", transaction_account="…") as billing:
        assert_type(billing, Billing)
        assert_type(Billing.of_environment("42", deadline=5), Billing)
        assert_type(billing.patient(), Billing)
        assert_type(billing.for_account("…", catalog_account="…"), Billing)
        assert_type(billing.cost_centre, str)
        assert_type(await billing.buy("…", 100), Order)


class Orders:
    """Orders that outlive the process that places them."""

    def __init__(self, commerce: CommerceClient) -> None:
        self._commerce = commerce
        self.kept: dict[str, bytes] = {}

    def prepare(self, site: str, users: int) -> PreparedOrder:
        family = new_item(site)
        jira = new_item(
            site,
            quantities={"user": users},
            relations=[part_of_family(item=family), under_enterprise("…"), relates("…", "…")],
        )
        assert_type(jira, NewItem)
        addon = new_item(site, relations=[app_on(item=jira)])
        prepared = self._commerce.orders.prepare(items=[family, jira, addon])
        assert_type(prepared.order_id, str)
        assert_type(prepared.to_json(), bytes)
        assert_type(prepared.token, str)
        self.kept[prepared.order_id] = prepared.to_json()
        return prepared

    async def place(self, prepared: PreparedOrder) -> OrderHandle | None:
        soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=9)
        try:
            placed = await self._commerce.orders.place(prepared, fresh=True, not_after=soon)
        except TooLate as late:
            assert_type(late.not_after, datetime.datetime)
            return None
        except (DeadlineExceeded, ConnectionFailed) as unclear:
            assert_type(unclear.maybe_applied, bool | None)
            assert_type(unclear.attempts, Sequence[Attempt])
            return None
        assert_type(placed, OrderHandle)
        assert_type(placed.already_placed, bool)
        return placed

    async def recover(self) -> list[Order]:
        """After a crash: the same ids, so the same orders."""
        handles = [await self._commerce.orders.place(kept) for kept in self.kept.values()]
        done: list[Order] = []
        async for handle in self._commerce.orders.wait_all(handles, deadline=600):
            assert_type(handle, OrderHandle)
            try:
                done.append(await handle.result())
            except OrderFailed as failed:
                self.tell(failed)
        return done

    async def still_open(self, handles: list[OrderHandle]) -> list[OrderHandle]:
        """What a block returns, or sets, is there after it: no block swallows an error."""
        async with self._commerce.orders.wait_all(handles, deadline=600) as done:
            return done.open

    async def newest(self) -> str | None:
        async with self._commerce.orders.list().prefetch(limit=1) as pages:
            return pages.cursor

    def tell(self, failed: OrderFailed) -> list[str]:
        assert_type(failed.order_id, str)
        assert_type(failed.problems, tuple[Problem, ...])
        return [f"{each.item}: {each.message} [{each.code}]" for each in failed.problems]

    async def change(self, entitlement: str, version: str) -> OrderHandle:
        more = amend_item(entitlement, version, "…", quantities={"user": 200})
        assert_type(more, AmendItem)
        less = cancel_item(entitlement, version)
        assert_type(less, CancelItem)
        return await self._commerce.orders.create(items=[more, less], invoice_group_id="…")

    async def as_a_model(self) -> OrderHandle:
        order = OrderRequest(order_id="…", items=[new_item("…")])
        return await self._commerce.orders.place(order)

    async def watched(self, token: str) -> OrderStatus | None:
        handle = await self._commerce.orders.resume(token)
        last: OrderStatus | None = None
        async for state in handle.updates(deadline=600, poll_interval=2):
            assert_type(state, OrderState)
            last = state.status
        return last


def statuses(order: Order) -> Mapping[str, OrderItemStatus]:
    """Where each item stands, of those that say it."""
    assert_type(order.items, list[OrderItem] | None)
    told: dict[str, OrderItemStatus] = {}
    for item in order.items or ():
        info = item.processing_info
        if item.order_item_id and info and info.status:
            told[item.order_item_id] = info.status
    return told


async def order_quote(commerce: CommerceClient, quote_id: str) -> OrderHandle:
    waited = await commerce.quotes.wait(quote_id)
    assert_type(waited, Handle[Quote, Quote])
    quote = await waited.result(deadline=3600)
    if quote.upcoming_bills:
        assert_type(quote.upcoming_bills.total, Money | None)
    try:
        return await commerce.orders.place(quote_id=quote.id, quote_version=quote.version)
    except OrderFailed as failed:
        return await commerce.orders.place(
            quote_id=quote.id, quote_version=quote.version, retry_of=failed.order_id
        )


async def invoices(commerce: CommerceClient, folder: Path) -> Money:
    owed = Money.of(0, "USD")
    found: Paginator[Invoice] = commerce.invoices.list(status="DUE", page_size=100)
    async for invoice in found:
        if invoice.total and invoice.id:
            owed += invoice.total
            paper = commerce.invoices.download(invoice.id)
            assert_type(paper, Download)
            await paper.save(folder / f"{invoice.id}.pdf")
    assert_type(owed.amount, Decimal)
    assert_type(owed * 2 - owed, Money)
    assert_type(owed < Money.of("1.00", "USD"), bool)
    return owed


async def pages(commerce: CommerceClient, cursor: str | None) -> str | None:
    async for page in commerce.entitlements.list(page_size=50).pages(after=cursor):
        assert_type(page, Page[EntitlementSummary])
        cursor = page.next_cursor
        if page.is_last:
            return None
    return cursor


async def catalogue(commerce: CommerceClient, product_id: str) -> list[PricingPlan]:
    plans: list[PricingPlan] = []
    async for offering in commerce.products.offerings(product_id, status="ACTIVE"):
        assert_type(offering, Offering)
        if offering.id:
            plans += await commerce.offerings.pricing_plans(offering.id).collect(limit=10)
    return plans


async def careful(commerce: CommerceClient) -> Order | None:
    """What each error says."""
    try:
        return await commerce.with_options(retry=None).orders.get("…")
    except NotFound:
        return None
    except RateLimited as limited:
        assert_type(limited.retry_after, float | None)
        raise
    except InvalidRequest as refused:
        assert_type(refused.path, str)
        raise
    except PartialFailure as some:
        assert_type(some.order_id, str | None)
        raise
    except ApiError as error:
        assert_type(error.status, int)
        assert_type(error.problems, tuple[Problem, ...])
        assert_type(error.request_id, str | None)
        raise
    except CommerceError as error:
        assert_type(error.cursor, str | None)
        assert_type(error.operation, str | None)
        raise
