"""The storefront's catalogue."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from commerce_sdk.sandbox.engine.call import Call, Entries, Entry, Json, PageInfo
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal
from commerce_sdk.sandbox.engine.world import World
from commerce_sdk.sandbox.storefront.amounts import AmountRefused, in_minor
from commerce_sdk.sandbox.storefront.catalogue import CATALOGUE
from commerce_sdk.sandbox.storefront.instants import instant, written
from commerce_sdk.sandbox.storefront.users import Users

_CURRENCY = re.compile(r"[A-Z]{3}")
_UNSAID: Json = {"description": None, "imageUrl": None, "active": True}
"""What a new product is where nothing is said of it."""
_FIELDS = ("sku", "name", "description", "price", "currency", "stock", "category", "imageUrl")
_DAY = 86_400.0


@dataclass
class Product:
    """What is for sale. `body` is all of it that can be written, as it came."""

    id: str
    body: dict[str, Any]
    created_at: datetime
    updated_at: datetime | None = None
    is_deleted: bool = False

    @property
    def currency(self) -> str:
        return str(self.body["currency"])

    @property
    def unit_price(self) -> int:
        """In the smallest unit of its currency."""
        return in_minor(self.body["price"], self.currency)

    @property
    def stock(self) -> int:
        return int(self.body["stock"])

    def take(self, quantity: int) -> None:
        """Take so many of the stock, or put them back."""
        self.body["stock"] = self.stock - quantity

    def shown(self) -> Json:
        created, updated = written(self.created_at), written(self.updated_at)
        return {"productId": self.id, **self.body, "createdAt": created, "updatedAt": updated}

    def speaks_of(self, words: Iterable[str]) -> bool:
        """Is each word somewhere in its name or its description?"""
        text = f"{self.body['name']}\n{self.body['description'] or ''}".casefold()
        return all(word in text for word in words)


_SORTS: Mapping[str, Callable[[Product], Any]] = {
    "name": lambda product: product.body["name"].casefold(),
    "price": lambda product: product.body["price"],
    "stock": lambda product: product.stock,
    "createdAt": lambda product: product.created_at,
}


def around(page: PageInfo) -> Json:
    """What both lists say of a page, beside its number and how many there are."""
    return {"total": page.total, "pageSize": page.size}


class Products:
    """All products of the storefront, those that were deleted among them."""

    def __init__(self, world: World, users: Users) -> None:
        self._clock = world.clock
        self._chance = world.chance
        self._users = users
        self.held: dict[str, Product] = {}
        begin = world.clock.time() - len(CATALOGUE) * _DAY
        for number, (id, body) in enumerate(CATALOGUE.items()):
            moment = instant(max(0.0, begin + number * _DAY))
            self.held[id] = Product(id, {**_UNSAID, **body}, moment)

    # --- reading

    def list_products(self, call: Call) -> Entries:
        asked = call.values
        words = asked.get("search", "").casefold().split()
        rows = [
            product
            for product in self.held.values()
            if not product.is_deleted
            and product.speaks_of(words)
            and asked.get("category") in (None, product.body["category"])
            and asked.get("active") in (None, product.body["active"])
        ]
        rows.sort(key=_SORTS[asked.get("sort", "createdAt")])
        if asked.get("order", "desc") == "desc":
            rows.reverse()
        return Entries([Entry(product.id, product.shown) for product in rows], around)

    def get_product(self, call: Call) -> Json:
        return self._there(call).shown()

    def find(self, id: str) -> Product | None:
        """A product that was not deleted."""
        product = self.held.get(id.lower())
        return None if product is None or product.is_deleted else product

    def _there(self, call: Call) -> Product:
        product = self.find(call.id)
        if product is None:
            raise Refusal(404, "NOT_FOUND", "There is no such product.")
        return product

    # --- writing

    def create_product(self, call: Call) -> Json:
        self._users.check_may_write_products(call)
        body = {**_UNSAID, **_given(call.body)}
        self._check(body)
        return self._add(body).shown()

    def update_product(self, call: Call) -> Json:
        self._users.check_may_write_products(call)
        product, given = self._there(call), _given(call.body)
        body = {**product.body, **given}
        self._check(body, of=product)
        if given:
            product.body, product.updated_at = body, instant(self._clock.time())
        return product.shown()

    def delete_product(self, call: Call) -> None:
        self._users.check_may_write_products(call)
        self._there(call).is_deleted = True

    def seed(self, count: int, **fields: Any) -> Sequence[str]:
        """Add so many products, for lists; gives their ids. They are called `Seeded 1` and so on;
        `fields` are what else they are, by the names of the wire."""
        usual = {"price": 9.99, "currency": "USD", "stock": 10, "category": "home", **fields}
        begin = len(self.held)
        numbers = range(begin + 1, begin + count + 1)
        named = ({"sku": f"SEED-{each}", "name": f"Seeded {each}"} for each in numbers)
        return [self._add({**_UNSAID, **each, **usual}).id for each in named]

    def _add(self, body: dict[str, Any]) -> Product:
        id = str(uuid.UUID(int=self._chance.getrandbits(128), version=4))
        self.held[id] = product = Product(id, body, instant(self._clock.time()))
        return product

    def _check(self, body: Json, of: Product | None = None) -> None:
        """Raises `Refusal`: 400 for a price and a currency that do not fit, 409 for a SKU that
        another product has."""
        problem = _price_problem(body)
        if problem is not None:
            detail = f"{problem.field} {problem.message}"
            raise Refusal(400, "BAD_REQUEST", detail, problems=[problem])
        for other in self.held.values():
            if other is not of and not other.is_deleted and other.body["sku"] == body["sku"]:
                problem = Problem("is another product's", "SKU_EXISTS", field="sku")
                detail = "Another product has this SKU."
                raise Refusal(409, "SKU_EXISTS", detail, problems=[problem])


def _given(body: Json) -> dict[str, Any]:
    """What a body says of a product; a stock may come as `12.0`."""
    given = {name: body[name] for name in (*_FIELDS, "active") if name in body}
    return {**given, "stock": int(given["stock"])} if "stock" in given else given


def _price_problem(body: Json) -> Problem | None:
    if not _CURRENCY.fullmatch(body["currency"]):
        return Problem("is no code of three capitals", "CURRENCY_INVALID", field="currency")
    try:
        in_minor(body["price"], body["currency"])
    except AmountRefused as refused:
        return Problem(str(refused), "PRICE_INVALID", field="price")
    return None
