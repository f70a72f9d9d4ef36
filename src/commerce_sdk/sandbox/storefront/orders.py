"""The storefront's orders."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from commerce_sdk.sandbox.engine.call import Call, Entries, Entry, Json
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal
from commerce_sdk.sandbox.engine.world import World
from commerce_sdk.sandbox.storefront.amounts import AmountRefused, in_major
from commerce_sdk.sandbox.storefront.coupons import discount
from commerce_sdk.sandbox.storefront.instants import instant, read, written
from commerce_sdk.sandbox.storefront.lifecycle import check_step
from commerce_sdk.sandbox.storefront.products import Product, Products, around
from commerce_sdk.sandbox.storefront.users import Users


@dataclass(frozen=True)
class Line:
    """So many of one product, as it was when it was ordered; amounts in the smallest unit."""

    product: Product
    sku: str
    name: str
    quantity: int
    unit_price: int

    @property
    def total(self) -> int:
        return self.quantity * self.unit_price


@dataclass
class Order:
    """An order; `discount` is in the smallest unit of its currency."""

    id: str
    customer: str
    lines: Sequence[Line]
    currency: str
    discount: int | None
    notes: str | None
    created_at: datetime
    updated_at: datetime | None = None
    status: str = "pending"
    reason: str | None = None

    @property
    def subtotal(self) -> int:
        return sum(line.total for line in self.lines)

    def shown(self) -> Json:
        return {
            "orderId": self.id,
            "customerId": self.customer,
            "items": [
                {
                    "productId": line.product.id,
                    "sku": line.sku,
                    "name": line.name,
                    "quantity": line.quantity,
                    "unitPrice": in_major(line.unit_price, self.currency),
                    "lineTotal": in_major(line.total, self.currency),
                }
                for line in self.lines
            ],
            "subtotal": in_major(self.subtotal, self.currency),
            "discount": None if self.discount is None else in_major(self.discount, self.currency),
            "total": in_major(self.subtotal - (self.discount or 0), self.currency),
            "currency": self.currency,
            "status": self.status,
            "notes": self.notes,
            "createdAt": written(self.created_at),
            "updatedAt": written(self.updated_at),
        }


class Orders:
    """All orders of the storefront."""

    def __init__(self, world: World, users: Users, products: Products) -> None:
        self._clock = world.clock
        self._chance = world.chance
        self._users = users
        self._products = products
        self.held: dict[str, Order] = {}

    # --- reading

    def list_orders(self, call: Call) -> Entries:
        user, asked = self._users.calling(call), call.values
        begin, end = (read(asked[name]) if name in asked else None for name in ("from", "to"))
        rows = [
            order
            for order in reversed(self.held.values())
            if (user.is_administrator or order.customer == user.id)
            and asked.get("status") in (None, order.status)
            and (begin is None or order.created_at >= begin)
            and (end is None or order.created_at < end)
        ]
        return Entries([Entry(order.id, order.shown) for order in rows], around)

    def get_order(self, call: Call) -> Json:
        return self._visible(call).shown()

    def _visible(self, call: Call) -> Order:
        user, order = self._users.calling(call), self.held.get(call.id.lower())
        if order is None:
            raise Refusal(404, "NOT_FOUND", "There is no such order.")
        if not user.is_administrator and order.customer != user.id:
            raise Refusal(403, "FORBIDDEN", "The order is another customer's.")
        return order

    # --- placing

    def create_order(self, call: Call) -> Json:
        user, body = self._users.calling(call), call.body
        customer = body["customerId"].lower()
        if not user.is_administrator and customer != user.id:
            raise Refusal(403, "FORBIDDEN", "An order is placed for oneself.")
        lines = self._lines(body["items"])
        currency = _one_currency(lines)
        subtotal = sum(line.total for line in lines)
        _check_amount(subtotal, currency)
        order = Order(
            id=str(uuid.UUID(int=self._chance.getrandbits(128), version=4)),
            customer=customer,
            lines=lines,
            currency=currency,
            discount=discount(body.get("coupon"), subtotal, currency),
            notes=body.get("notes"),
            created_at=instant(self._clock.time()),
        )
        # Nothing is refused any more, so what is reserved is all of it or nothing.
        for line in lines:
            line.product.take(line.quantity)
        self.held[order.id] = order
        return order.shown()

    def _lines(self, items: Sequence[Json]) -> list[Line]:
        """Raises `Refusal` 422, with a problem for each item that cannot be had."""
        lines, problems, wanted = [], [], Counter[str]()
        for number, item in enumerate(items):
            product, quantity = self._products.find(item["productId"]), int(item["quantity"])
            place = f"items[{number}]"
            if product is None:
                problem = Problem("is no product", "PRODUCT_NOT_FOUND", field=f"{place}.productId")
                problems.append(problem)
                continue
            wanted[product.id] += quantity
            problems += _problems(product, wanted[product.id], place)
            body = product.body
            lines.append(Line(product, body["sku"], body["name"], quantity, product.unit_price))
        if problems:
            raise _refused(problems)
        return lines

    # --- what comes of it

    def update_order_status(self, call: Call) -> Json:
        order, status, reason = self._visible(call), call.body["status"], call.body.get("reason")
        if status != "cancelled" and not self._users.calling(call).is_administrator:
            raise Refusal(403, "FORBIDDEN", "Customers cancel their orders, and no more.")
        check_step(order.status, status, reason)
        if status == "cancelled":
            for line in order.lines:
                line.product.take(-line.quantity)
        order.status, order.reason = status, reason
        order.updated_at = instant(self._clock.time())
        return order.shown()


def _problems(product: Product, wanted: int, place: str) -> Iterator[Problem]:
    if not product.body["active"]:
        yield Problem("is not for sale", "PRODUCT_INACTIVE", field=f"{place}.productId")
    elif wanted > product.stock:
        there = f"there are {product.stock}"
        yield Problem(there, "OUT_OF_STOCK", field=f"{place}.quantity")


def _one_currency(lines: Sequence[Line]) -> str:
    first = lines[0].product.currency
    others = [
        Problem(f"costs {line.product.currency}, not {first}", "CURRENCY_MIXED", field=field)
        for number, line in enumerate(lines)
        if line.product.currency != first
        for field in (f"items[{number}].productId",)
    ]
    if others:
        raise _refused(others)
    return first


def _check_amount(subtotal: int, currency: str) -> None:
    try:
        in_major(subtotal, currency)
    except AmountRefused as refused:
        raise _refused(
            [Problem(f"what they cost {refused}", "TOTAL_TOO_LARGE", field="items")]
        ) from None


def _refused(problems: Sequence[Problem]) -> Refusal:
    first = problems[0]
    detail = f"{first.field}: {first.message}"
    return Refusal(422, first.code, detail, problems=problems)
