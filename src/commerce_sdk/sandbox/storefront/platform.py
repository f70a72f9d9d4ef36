"""Everything that the storefront has, and what each operation of its document does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.errors import Codes
from commerce_sdk.sandbox.engine.given import texts
from commerce_sdk.sandbox.engine.platform import Platform
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.world import World
from commerce_sdk.sandbox.storefront.document import storefront_document
from commerce_sdk.sandbox.storefront.orders import Orders
from commerce_sdk.sandbox.storefront.products import Products
from commerce_sdk.sandbox.storefront.sessions import Sessions, StorefrontSwitches
from commerce_sdk.sandbox.storefront.users import (
    STOREFRONT_API_KEY,
    STOREFRONT_USERS,
    StorefrontUser,
    Users,
)

_BY_STATUS = {429: "RATE_LIMITED", 503: "UNAVAILABLE"}


def _code(refusal: Refusal) -> str:
    """The storefront's word for a refusal: its own, or one by the status for the engine's."""
    if refusal.code.isupper():
        return refusal.code
    if refusal.code == "parameter_invalid" and not refusal.problems:
        return "INVALID"  # what is wrong with one field
    name = next((each.name for each in HTTPStatus if each == refusal.status), "FAILED")
    return _BY_STATUS.get(refusal.status, name)


ERROR_CODES: Codes = {"storefront": _code}


class Storefront:
    """The state behind the platform: a group of behaviour for each part of it."""

    def __init__(self, world: World, users: Users) -> None:
        self.sessions: Sessions = Sessions(world, users)
        self.products: Products = Products(world, users)
        self.orders: Orders = Orders(world, users, self.products)
        self.parts: tuple[object, ...] = (self.sessions, self.products, self.orders)

    @property
    def switches(self) -> StorefrontSwitches:
        """How long tokens last."""
        return self.sessions.switches

    def state(self) -> Mapping[str, Any]:
        """What is shown from outside: the orders, the stock, and how many are logged in."""
        return {
            "orders": {
                order.id: {
                    "customer": order.customer,
                    "status": order.status,
                    "reason": order.reason,
                }
                for order in self.orders.held.values()
            },
            "stock": {
                product.body["sku"]: product.stock
                for product in self.products.held.values()
                if not product.is_deleted
            },
            "sessions": self.sessions.open_sessions(),
        }


def storefront_platform(
    *,
    users: Iterable[StorefrontUser] = STOREFRONT_USERS,
    api_keys: Iterable[str] = (STOREFRONT_API_KEY,),
    limits: bool = True,
    tier: str | None = None,
    document: Document | None = None,
) -> Platform:
    """The storefront, for a server of one's own.

        server = Server({"/storefront": storefront_platform()})

    Args:
        users: Who can log in.
        api_keys: The keys that it knows; each has all permissions.
        limits: False switches the published rate limits off.
        tier: The plan of its customers, whose limits count: `standard` (None, too) or `enterprise`.
        document: The platform's document in another version.

    Raises `TypeError` for what is no user, and `ValueError` for users of one id or one address, for
    a tier that there is not, and for one text where several are given.
    """
    known = Users(users)
    return Platform(
        document or storefront_document(),
        lambda world: Storefront(world, known),
        credentials={"apiKey": texts("api_keys", api_keys)},
        limits=limits,
        tier=tier,
        error_codes=ERROR_CODES,
    )
