"""What the platforms beside Commerce see and have of it, without its requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import fixed_id
from commerce_sdk.sandbox.commerce.ledger import Ledger
from commerce_sdk.sandbox.commerce.orders import HeldOrder, Orders

Json = Mapping[str, Any]
_AGE = 10 * 86_400.0
"""Seconds from an order of before to the beginning of the sandbox."""


@dataclass(frozen=True)
class Purchase:
    """What an order comes to. `entitlements` are by the offering."""

    stage: str
    ends_at: float
    entitlements: Mapping[str, str]


class Beside:
    """Orders and entitlements, for the other platforms of the world."""

    def __init__(self, orders: Orders, ledger: Ledger, account: str) -> None:
        self._orders = orders
        self._ledger = ledger
        self._account = account

    def purchase(self, order_id: str) -> Purchase:
        """What an order has come to that was taken in. Raises `KeyError` for another."""
        order = self._orders.held[order_id]
        return Purchase(
            self._orders.stage(order), self._orders.ended_at(order), _entitlements(order)
        )

    def sell_before(self, name: str, items: Sequence[Json]) -> Mapping[str, str]:
        """An order of the first account from before the sandbox began, the same for the same name
        in every sandbox. Gives its entitlements, by the offering."""
        order_id, moment = fixed_id(f"order {name}"), self._orders.clock.time() - _AGE
        body = {"orderId": order_id, "transactionAccountId": self._account, "items": items}
        order = HeldOrder(
            order_id, self._account, "v2", body, "", "", items, moment, moment, moment
        )
        order.entitlements = {
            item["itemId"]: fixed_id(f"entitlement {name} {item['itemId']}") for item in items
        }
        self._orders.earlier.append(order)
        return _entitlements(order)

    def is_active(self, entitlement: str) -> bool:
        """Is an entitlement there, and not at its end?"""
        held = self._ledger.subscriptions(only=entitlement).get(entitlement)
        return held is not None and held.active

    def related(self, entitlement: str, kind: str) -> str | None:
        """The entitlement that another relates from, in a way."""
        held = self._ledger.subscriptions(only=entitlement).get(entitlement)
        relations = held.relates_from if held else ()
        named = (each["entitlementId"] for each in relations if each["relationshipType"] == kind)
        return next(named, None)


def _entitlements(order: HeldOrder) -> dict[str, str]:
    return {
        str(item.get("offeringId")).lower(): order.entitlements[item["itemId"]]
        for item in order.items
    }
