"""What the orders have come to by now: the subscriptions, and all that they were charged.

Nothing is kept. Each look goes through the orders and then through the time that has passed since,
one step a billing cycle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import fixed_id
from commerce_sdk.sandbox.commerce.cycles import milliseconds
from commerce_sdk.sandbox.commerce.orders import HeldOrder, Orders
from commerce_sdk.sandbox.commerce.plans import Terms, ordered_plan
from commerce_sdk.sandbox.commerce.subscriptions import (
    Charge,
    Credit,
    Occasion,
    Subscription,
)
from commerce_sdk.sandbox.engine.clock import Clock

Json = Mapping[str, Any]
Act = Callable[[Subscription, Json, Terms, Occasion], None]

_ACTS: Mapping[str, Act] = {
    "AMENDMENT_ORDER": lambda held, item, terms, at: held.amend(item, terms, at),
    "CANCELLATION_ORDER": lambda held, item, terms, at: held.cancel(item, at),
    "REACTIVATION_ORDER": lambda held, item, terms, at: held.reactivate(item, terms, at),
    "ACCOUNT_MODIFICATION_ORDER": lambda held, item, terms, at: held.move(item, at),
    "REVERT_TRIAL_ORDER": lambda held, item, terms, at: held.revert_trial(at),
}


class Ledger:
    """Reads the orders."""

    def __init__(self, clock: Clock, orders: Orders, currency_of: Callable[[str], str]) -> None:
        self._clock = clock
        self._orders = orders
        self._currency_of = currency_of

    def subscriptions(self, only: str | None = None) -> dict[str, Subscription]:
        """Every subscription by its entitlement's id, the oldest first; or `only` one of them."""
        found: dict[str, Subscription] = {}
        for order in self._orders.succeeded():
            occasion = Occasion(milliseconds(self._orders.ended_at(order)), order.order_id)
            for number, item in enumerate(order.items, 1):
                entitlement = _entitlement_of(order, item)
                if only not in (None, entitlement):
                    continue
                terms = Terms(order.order_id, item["itemId"], number)
                if item["type"] == "CREATION_ORDER":
                    found[entitlement] = self._begun(entitlement, order, item, terms, occasion)
                elif entitlement in found and found[entitlement].account == order.account:
                    _apply(found[entitlement], item, terms, occasion)
                # Whatever else is named began before the sandbox did, or is somebody else's.
            _relate(found, order)
        for each in found.values():
            each.pass_to(milliseconds(self._clock.time()))
        return found

    def sale(self, entitlement: str, order_item_id: str) -> str | None:
        """What kind of sale an item was; None where it sold nothing."""
        held = self.subscriptions(only=entitlement).get(entitlement)
        return held.sales.get(order_item_id) if held else None

    def charges(self) -> list[Charge]:
        """All that was charged, the oldest first."""
        every = [charge for each in self.subscriptions().values() for charge in each.charges]
        return sorted(every, key=lambda charge: charge.occasion.moment)

    def credits(self) -> list[Credit]:
        """All that was given back, the oldest first."""
        every = [credit for each in self.subscriptions().values() for credit in each.credits]
        return sorted(every, key=lambda credit: credit.occasion.moment)

    def _begun(
        self, entitlement: str, order: HeldOrder, item: Json, terms: Terms, occasion: Occasion
    ) -> Subscription:
        begun = Subscription(
            id=entitlement,
            account=order.account,
            invoice_group=order.body.get("invoiceGroupId") or fixed_id(order.account),
            order=terms,
            terms=terms,
            plan=ordered_plan(item),
            with_margin="quote" in order.body,
            currency_of=self._currency_of,
            created_at=occasion.moment,
            updated_at=occasion.moment,
        )
        begun.begin(item, terms, occasion)
        return begun


def _entitlement_of(order: HeldOrder, item: Json) -> str:
    """The entitlement that an item names, or makes."""
    named = (item.get("entitlement") or {}).get("id")
    return str(named or order.entitlements[item["itemId"]]).lower()


def _apply(held: Subscription, item: Json, terms: Terms, occasion: Occasion) -> None:
    held.pass_to(occasion.moment)
    held.version, held.updated_at = held.version + 1, occasion.moment
    act = _ACTS.get(item["type"])
    if act is not None:
        act(held, item, terms, occasion)


def _relate(found: Mapping[str, Subscription], order: HeldOrder) -> None:
    """Tell both ends of each relation that an order makes."""
    for source, target, relation in _relations(order):
        if source in found:
            found[source].relates_from.append({"entitlementId": target, **relation})
        if target in found:
            found[target].relates_to.append({"entitlementId": source, **relation})


def _relations(order: HeldOrder) -> Iterator[tuple[str, str, Json]]:
    for item in order.items:
        source = _entitlement_of(order, item)
        for number, each in enumerate(item.get("relatesFromEntitlements") or (), 1):
            target = each.get("entitlementId") or order.entitlements.get(each.get("itemId"))
            if target:
                yield (
                    source,
                    str(target).lower(),
                    {
                        "relationshipType": each["relationshipType"],
                        "relationshipId": fixed_id(f"{order.order_id} {item['itemId']} {number}"),
                    },
                )
