"""What is bought, an offering and how many of what, and by which item of an order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import PRICES, fixed_id

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Plan:
    """An offering with a quantity of each charge element."""

    offering: str
    quantities: Mapping[str, int]

    @property
    def quantity(self) -> int:
        return sum(self.quantities.values())


@dataclass(frozen=True)
class Terms:
    """The item of an order by which something is used and billed."""

    order_id: str
    item_id: str
    number: int

    @property
    def order_item_id(self) -> str:
        return f"{self.order_id}-{self.number}"


def ordered_plan(item: Json, before: Plan | None = None) -> Plan:
    """What an item orders. What it does not say stays as before, or is one user."""
    details = (item.get("optedUsageOptions") or {}).get("chargingDetails") or {}
    named = {
        str(each["chargeElement"]): int(each["quantity"])
        for each in details.get("chargeQuantities") or ()
        if each is not None
    }
    known = before.quantities if before else {}
    offering = item.get("offeringId") or (before.offering if before else None)
    return Plan(str(offering).lower(), {**known, **named} or {"user": 1})


def pricing_plan_id(offering: str, currency: str) -> str | None:
    """The catalogue's pricing plan; None for what has no price."""
    known = currency in PRICES.get(offering, {})
    return fixed_id(f"{offering} {currency}") if known else None
