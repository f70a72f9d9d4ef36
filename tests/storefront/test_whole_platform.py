"""Every operation of the document, through the client, against the sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import anyio
import pytest

from commerce_sdk import (
    ApiKey,
    AuthenticationFailed,
    Conflict,
    ConnectionFailed,
    Hooks,
    InvalidRequest,
    Login,
    Money,
    NotFound,
    OrderNotReached,
    PermissionDenied,
    StorefrontClient,
    Unprocessable,
)
from commerce_sdk.sandbox import (
    PERCENT_COUPON,
    STOREFRONT_ADMIN,
    STOREFRONT_API_KEY,
    STOREFRONT_CUSTOMER,
    STOREFRONT_OTHER_CUSTOMER,
)
from commerce_sdk.storefront.models import Product
from commerce_sdk_api.storefront.operations import OPERATIONS
from tests.support.storefront import (
    BOOT,
    SHIRT,
    VASE,
    StorefrontWorld,
    login_of,
    storefront,
)
from tests.support.worlds import cut_after

pytestmark = pytest.mark.anyio

HOUR = 3600


@pytest.fixture
async def here() -> AsyncIterator[StorefrontWorld]:
    async with storefront() as each:
        yield each


@pytest.fixture
async def shop(here: StorefrontWorld) -> StorefrontClient:
    return await here.client(login_of(STOREFRONT_ADMIN))


async def cup(shop: StorefrontClient, **changes: object) -> Product:
    given = {
        "sku": "CUP-1",
        "name": "Tea cup",
        "price": Money.of("3.50", "USD"),
        "stock": 2,
        "category": "home",
    }
    return await shop.products.create(**{**given, **changes})  # type: ignore[arg-type]


async def test_no_operation_is_without_a_call(here: StorefrontWorld) -> None:
    asked: set[str] = set()
    hooks = Hooks(request=lambda event: asked.add(event.operation))
    shop = await here.client(login_of(STOREFRONT_ADMIN), hooks=hooks)
    product = await cup(shop)
    assert product in await shop.products.list().collect()
    assert await shop.products.get(product.product_id) == product
    await shop.products.update(product.product_id, stock=1)
    here.clock.advance(HOUR)
    await shop.products.delete(product.product_id)
    order = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={BOOT: 1})
    confirmed = await shop.orders.confirm(order.order_id)
    assert await shop.orders.get(order.order_id) == confirmed
    assert await shop.orders.list().collect() == [confirmed]
    await shop.logout()
    assert asked == set(OPERATIONS)
    assert set(here.transport.answered) == {200, 201, 204}


# --- sessions


async def test_a_session_from_its_login_to_its_logout(
    here: StorefrontWorld, shop: StorefrontClient
) -> None:
    await shop.products.get(BOOT)
    await shop.products.get(BOOT)
    assert (here.asked("POST /auth/login"), here.asked("POST /auth/refresh")) == (1, 0)
    here.clock.advance(HOUR)
    await shop.products.get(BOOT)
    assert (here.asked("POST /auth/login"), here.asked("POST /auth/refresh")) == (1, 1)
    assert here.behind.sessions.open_sessions() == 1
    await shop.logout()
    assert here.behind.sessions.open_sessions() == 0
    await shop.products.get(BOOT)
    assert here.asked("POST /auth/login") == 2


@pytest.mark.parametrize("calls", [10, 100])
async def test_many_calls_at_the_end_of_a_token_are_one_refresh(
    here: StorefrontWorld, shop: StorefrontClient, calls: int
) -> None:
    await shop.products.get(BOOT)
    here.clock.advance(HOUR)
    async with anyio.create_task_group() as tasks:
        for _ in range(calls):
            tasks.start_soon(shop.products.get, BOOT)
    assert (here.asked("POST /auth/login"), here.asked("POST /auth/refresh")) == (1, 1)
    assert here.transport.answered == {200: calls + 3}


async def test_an_answer_to_a_refresh_that_is_lost_is_one_login(
    here: StorefrontWorld, shop: StorefrontClient
) -> None:
    await shop.products.get(BOOT)
    here.clock.advance(HOUR)
    here.transport.faults["POST"].append(cut_after)
    async with anyio.create_task_group() as tasks:
        for _ in range(10):
            tasks.start_soon(shop.products.get, BOOT)
    assert (here.asked("POST /auth/login"), here.asked("POST /auth/refresh")) == (2, 1)


async def test_a_session_that_is_remembered_outlives_one_that_is_not(
    here: StorefrontWorld,
) -> None:
    for remember, logins in ((True, 1), (False, 2)):
        shop = await here.client(login_of(STOREFRONT_CUSTOMER, remember=remember))
        before = here.asked("POST /auth/login")
        await shop.products.get(BOOT)
        here.clock.advance(timedelta(days=10).total_seconds())
        await shop.products.get(BOOT)
        assert here.asked("POST /auth/login") - before == logins


async def test_a_wrong_password_is_no_session(here: StorefrontWorld) -> None:
    shop = await here.client(Login(STOREFRONT_ADMIN.email, "s3cr3t-not"))
    with pytest.raises(AuthenticationFailed, match="e-mail address or the password is wrong"):
        await shop.products.get(BOOT)


async def test_a_key_is_an_administrators_and_has_no_session(here: StorefrontWorld) -> None:
    shop = await here.client(ApiKey(STOREFRONT_API_KEY))
    await cup(shop)
    with pytest.raises(InvalidRequest, match=r"^auth: log_out takes Bearer, and was given ApiKey$"):
        await shop.logout()
    assert [each.url.path for each in here.transport.requests] == ["/storefront/products"]


# --- products


async def test_a_list_goes_by_pages_to_the_last(
    here: StorefrontWorld, shop: StorefrontClient
) -> None:
    pages = [page async for page in shop.products.list(page_size=3).pages()]
    assert [len(page.items) for page in pages] == [3, 3]
    assert here.asked("GET /products") == 2


async def test_45_products_are_three_requests(
    here: StorefrontWorld, shop: StorefrontClient
) -> None:
    here.behind.products.seed(45, category="apparel")
    found = await shop.products.list(search="seeded").collect()
    assert len({product.product_id for product in found}) == len(found) == 45
    assert here.asked("GET /products") == 3


@pytest.mark.parametrize("unique", [False, True])
async def test_what_moves_while_it_is_listed_is_never_invented(
    here: StorefrontWorld, shop: StorefrontClient, unique: bool
) -> None:
    seeded = here.behind.products.seed(30)
    first = here.behind.products.held[seeded[0]]
    came: list[str] = []
    products = shop.products.list(search="seeded", order="asc", page_size=10, unique=unique)
    async for product in products:
        came.append(product.product_id)
        first.is_deleted = 10 <= len(came) < 20
    assert [*dict.fromkeys(came)] == [each for each in seeded if each != seeded[10]]
    assert [each for each in seeded if came.count(each) > 1] == ([] if unique else [seeded[20]])


async def test_a_product_from_its_making_to_its_end(shop: StorefrontClient) -> None:
    made = await cup(shop, description="For tea.", image_url="https://shop.invalid/cup.png")
    assert (made.price, made.active, made.stock) == (Money.of("3.50", "USD"), True, 2)
    bare = await shop.products.update(made.product_id, description=None, image_url=None)
    assert (bare.description, bare.image_url, bare.name) == (None, None, "Tea cup")
    assert bare.updated_at is not None
    await shop.products.delete(made.product_id)
    with pytest.raises(NotFound):
        await shop.products.delete(made.product_id)


async def test_a_sku_that_is_taken_is_a_conflict(shop: StorefrontClient) -> None:
    await cup(shop)
    with pytest.raises(Conflict) as taken:
        await cup(shop)
    assert [(each.field, each.code) for each in taken.value.problems] == [("sku", "SKU_EXISTS")]


async def test_a_new_price_leaves_a_hidden_product_hidden(shop: StorefrontClient) -> None:
    before = await shop.products.get(VASE)
    assert not before.active
    after = await shop.products.update(VASE, price=Money.of("7.25", "EUR"))
    assert (after.active, after.price) == (False, Money.of("7.25", "EUR"))
    assert (after.stock, after.name, after.category) == (before.stock, before.name, before.category)


@pytest.mark.parametrize(
    "price",
    [
        *("0.1 USD", "0.3 USD", "1.1 USD", "19.99 USD", "0 USD", "9007199254740.93 USD"),
        *("1200 JPY", "12.345 BHD", "0.001 BHD"),
    ],
)
async def test_a_price_is_exact_there_and_back(shop: StorefrontClient, price: str) -> None:
    amount, currency = price.split()
    made = await cup(shop, price=Money.of(amount, currency))
    assert made.price == Money.of(amount, currency)
    assert (await shop.products.get(made.product_id)).price == Money.of(amount, currency)


async def test_three_of_0_1_are_0_3(shop: StorefrontClient) -> None:
    order = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={SHIRT: 3})
    assert order.items[0].unit_price == Money.of("0.1", "USD")
    assert order.items[0].line_total == order.subtotal == order.total == Money.of("0.3", "USD")


async def test_the_sandbox_filters_and_sorts_by_what_was_asked(shop: StorefrontClient) -> None:
    cheap = await shop.products.list(active=True, sort="price", order="asc").collect()
    assert cheap[0].product_id == SHIRT
    assert all(product.active for product in cheap)
    found = await shop.products.list(search="leather", category="footwear").collect()
    assert [product.product_id for product in found] == [BOOT]


# --- orders


async def test_an_order_is_confirmed_and_cancelled_with_a_reason_only(
    here: StorefrontWorld, shop: StorefrontClient
) -> None:
    order = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={BOOT: 2})
    assert (order.status, order.total) == ("pending", Money.of("99.98", "USD"))
    assert (await shop.products.get(BOOT)).stock == 10
    assert (await shop.orders.confirm(order.order_id)).status == "confirmed"
    sent = len(here.transport.requests)
    for blank in ("", "  "):
        with pytest.raises(InvalidRequest, match=r"^reason: "):
            await shop.orders.cancel(order.order_id, reason=blank)
    assert len(here.transport.requests) == sent
    cancelled = await shop.orders.cancel(order.order_id, reason="ordered twice")
    assert cancelled.status == "cancelled"
    assert here.behind.orders.held[order.order_id].reason == "ordered twice"
    assert (await shop.products.get(BOOT)).stock == 12


async def test_a_step_that_the_platform_does_not_take_is_its_own_to_refuse(
    shop: StorefrontClient,
) -> None:
    order = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={BOOT: 1})
    with pytest.raises(Unprocessable) as refused:
        await shop.orders.deliver(order.order_id)
    assert refused.value.status == 422
    assert [each.field for each in refused.value.problems] == ["status"]
    assert refused.value.maybe_applied is False
    assert (await shop.orders.get(order.order_id)).status == "pending"


async def test_an_order_to_its_refund_and_who_waits_for_it(shop: StorefrontClient) -> None:
    order = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={BOOT: 1})
    waiting = await shop.orders.wait(order.order_id, until="shipped")
    for step in (shop.orders.confirm, shop.orders.ship, shop.orders.deliver):
        await step(order.order_id)
    assert (await waiting.result(deadline=60)).status == "delivered"
    assert (await shop.orders.refund(order.order_id, reason="broken")).status == "refunded"
    other = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={BOOT: 1})
    waiting = await shop.orders.wait(other.order_id, until="shipped")
    await shop.orders.cancel(other.order_id, reason="not wanted")
    with pytest.raises(OrderNotReached):
        await waiting.result(deadline=60)


async def test_a_coupon_is_the_platforms_to_take_off(shop: StorefrontClient) -> None:
    order = await shop.orders.create(
        STOREFRONT_CUSTOMER.id, items={BOOT: 1}, coupon=PERCENT_COUPON, notes="Ring twice."
    )
    assert (order.subtotal, order.discount) == (Money.of("49.99", "USD"), Money.of("5.00", "USD"))
    assert (order.total, order.notes) == (Money.of("44.99", "USD"), "Ring twice.")


async def test_stock_is_taken_all_or_nothing(shop: StorefrontClient) -> None:
    with pytest.raises(Unprocessable) as refused:
        await shop.orders.create(STOREFRONT_CUSTOMER.id, items={SHIRT: 1, BOOT: 13})
    assert [each.field for each in refused.value.problems] == ["items[1].quantity"]
    assert (await shop.products.get(SHIRT)).stock == 1000


async def test_customers_see_their_own_orders_and_write_no_products(
    here: StorefrontWorld, shop: StorefrontClient
) -> None:
    jane, john = [
        await here.client(login_of(user))
        for user in (STOREFRONT_CUSTOMER, STOREFRONT_OTHER_CUSTOMER)
    ]
    hers = await jane.orders.create(STOREFRONT_CUSTOMER.id, items={SHIRT: 1})
    his = await john.orders.create(STOREFRONT_OTHER_CUSTOMER.id, items={SHIRT: 1})
    assert [each.order_id for each in await jane.orders.list().collect()] == [hers.order_id]
    assert [each.order_id for each in await john.orders.list().collect()] == [his.order_id]
    assert len(await shop.orders.list().collect()) == 2
    with pytest.raises(PermissionDenied):
        await jane.orders.get(his.order_id)
    with pytest.raises(PermissionDenied):
        await cup(jane)


async def test_orders_are_listed_by_status_and_time(
    here: StorefrontWorld, shop: StorefrontClient
) -> None:
    early = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={SHIRT: 1})
    here.clock.advance(60)
    late = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={SHIRT: 1})
    await shop.orders.confirm(late.order_id)

    async def ids(**given: object) -> list[str]:
        return [each.order_id for each in await shop.orders.list(**given).collect()]  # type: ignore[arg-type]

    assert late.created_at is not None
    assert await ids(created_from=late.created_at) == [late.order_id]
    assert await ids(created_before=late.created_at) == [early.order_id]
    assert await ids(status="confirmed") == [late.order_id]


# --- what is lost on the way


async def test_a_change_of_status_whose_answer_is_lost_is_found(
    here: StorefrontWorld, shop: StorefrontClient
) -> None:
    order = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={BOOT: 1})
    here.transport.faults["PATCH"].append(cut_after)
    assert (await shop.orders.confirm(order.order_id)).status == "confirmed"
    assert here.asked(f"PATCH /orders/{order.order_id}/status") == 1


async def test_an_order_whose_answer_is_lost_is_not_placed_again(
    here: StorefrontWorld, shop: StorefrontClient
) -> None:
    await shop.products.get(BOOT)
    here.transport.faults["POST"].append(cut_after)
    with pytest.raises(ConnectionFailed) as lost:
        await shop.orders.create(STOREFRONT_CUSTOMER.id, items={BOOT: 1})
    assert lost.value.maybe_applied is True
    assert len(here.behind.orders.held) == 1
