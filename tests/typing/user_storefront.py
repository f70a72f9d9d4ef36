"""A shop's back office on the storefront, as its authors write it. Checked, never run."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import assert_type

from commerce_sdk import (
    CommerceError,
    Conflict,
    DeadlineExceeded,
    Handle,
    Login,
    Money,
    OrderNotReached,
    Page,
    Problem,
    RetryPolicy,
    StorefrontClient,
    StorefrontSettings,
    Unprocessable,
    WaitAll,
)
from commerce_sdk.storefront.models import (
    Category,
    Order,
    OrderItem,
    OrderItemInput,
    OrderStatus,
    Product,
    ProductSort,
    SortOrder,
)


def opened(email: str, password: str) -> StorefrontClient:
    return StorefrontClient(
        base_url="https://shop.example/api",
        auth=Login(email, password, remember=True),
        tier="enterprise",
        deadline=30,
        retry=RetryPolicy(attempts=3),
    )


async def offer(shop: StorefrontClient, sku: str, price: Decimal) -> Product | None:
    try:
        product = await shop.products.create(
            sku=sku,
            name="Hiking boot",
            price=Money.of(price, "USD"),
            stock=12,
            category=Category.FOOTWEAR,
            active=False,
        )
    except Conflict as taken:
        assert_type(taken.code, str | None)
        return None
    except Unprocessable as refused:
        assert_type(refused.problems, tuple[Problem, ...])
        print([(each.field, each.message) for each in refused.problems])
        return None
    assert_type(product.price, Money | None)
    assert_type(product.product_id, str | None)
    assert_type(product.category, Category | None)
    return product


async def reprice(shop: StorefrontClient, factor: Decimal) -> list[Product]:
    changed: list[Product] = []
    boots = shop.products.list(
        search="boot",
        category="footwear",
        sort=ProductSort.PRICE,
        order=SortOrder.ASC,
        active=True,
        unique=True,
    )
    async for product in boots:
        assert_type(product, Product)
        if product.product_id and product.price:
            price = (product.price * factor).round()
            changed.append(
                await shop.products.update(product.product_id, price=price, description=None)
            )
    return changed


async def sell(shop: StorefrontClient, customer: str, basket: Mapping[str, int]) -> Order:
    order = await shop.orders.create(customer, items=basket, notes="ring twice", coupon="TEN")
    lines = [OrderItemInput(product_id=each, quantity=count) for each, count in basket.items()]
    assert_type(await shop.orders.create(customer, items=lines), Order)
    assert_type(order.items, list[OrderItem] | None)
    assert_type(order.status, OrderStatus | None)
    assert_type(order.total, Money | None)
    for line in order.items or ():
        assert_type(line.quantity, int | None)
    return order


async def ship(shop: StorefrontClient, order_id: str) -> Order | None:
    await shop.orders.confirm(order_id)
    await shop.orders.ship(order_id)
    waiting = await shop.orders.wait(order_id, until=OrderStatus.DELIVERED)
    assert_type(waiting, Handle[Order, Order])
    try:
        return await waiting.result(deadline=3600, poll_interval=30)
    except OrderNotReached as ended:
        assert_type(ended.until, str)
        assert_type(ended.order, Order)
        assert_type(ended.order_id, str)
        return await shop.orders.refund(order_id, reason="lost")
    except DeadlineExceeded as late:
        assert_type(late.spent, dict[str, float])
        return None


async def of_a_day(shop: StorefrontClient, day: datetime.datetime) -> Sequence[Order]:
    found = shop.orders.list(
        status="confirmed",
        created_from=day,
        created_before=day + datetime.timedelta(days=1),
        page_size=50,
        deadline=60,
    )
    assert_type(await found.first(), Order | None)
    async for page in found.pages():
        assert_type(page, Page[Order])
        assert_type(page.items, Sequence[Order])
    return await found.collect()


async def session(settings: StorefrontSettings) -> None:
    async with StorefrontClient(**settings) as shop:
        try:
            await shop.logout()
        except CommerceError as error:
            print(error.advice, error.maybe_applied)


async def many(shop: StorefrontClient, ids: Sequence[str]) -> list[OrderStatus | None]:
    states: list[OrderStatus | None] = []
    for order_id in ids:
        async for state in (await shop.orders.wait(order_id, until="shipped")).updates():
            states.append(state.status)
    return states


def kinds(followed: WaitAll[Handle[Order, Order]]) -> None:
    assert_type(followed, WaitAll[Handle[Order, Order]])
