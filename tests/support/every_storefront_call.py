"""Every operation of the storefront through the facade, with one id in every place that takes one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from commerce_sdk import Login, Money, StorefrontClient

Call = Callable[[StorefrontClient, Any], Awaitable[Any]]
LOGIN = Login("jane@example.com", "s3cr3t!")


def _use(shop: StorefrontClient, _: Any) -> Awaitable[Any]:
    """What needs a session, where its client has a login."""
    return shop.products.list().first()


EVERY_STOREFRONT_CALL: dict[str, Call] = {
    "log_in": _use,
    "refresh_login": _use,
    "log_out": lambda c, x: c.logout(),
    "list_products": lambda c, x: c.products.list(search=x).first(),
    "create_product": lambda c, x: c.products.create(
        sku=x, name="n", price=Money.of("0.10", "USD"), stock=1, category="home"
    ),
    "get_product": lambda c, x: c.products.get(x),
    "update_product": lambda c, x: c.products.update(x, price=Money.of("0.10", "USD")),
    "delete_product": lambda c, x: c.products.delete(x),
    "list_orders": lambda c, x: c.orders.list(status=x).first(),
    "create_order": lambda c, x: c.orders.create(x, items={x: 1}),
    "get_order": lambda c, x: c.orders.get(x),
    "update_order_status": lambda c, x: c.orders.cancel(x, reason="ordered twice"),
}


async def _waited(shop: StorefrontClient, id_: Any) -> Any:
    return await (await shop.orders.wait(id_, until="shipped")).result(deadline=60)


async def _ended(shop: StorefrontClient, id_: Any) -> None:
    await _use(shop, id_)
    await shop.logout()


def _all(paginator: Any) -> Awaitable[Any]:
    items: Awaitable[Any] = paginator.collect()
    return items


STOREFRONT_FOLLOWED: dict[str, Call] = {
    "a wait for an order": _waited,
    "all products": lambda c, x: _all(c.products.list(deadline=30)),
    "all orders": lambda c, x: _all(c.orders.list(deadline=30)),
    "the end of a session": _ended,
}
