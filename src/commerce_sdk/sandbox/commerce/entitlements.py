"""The sandbox's entitlements: what the orders that succeeded come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import OFFERINGS, fixed_id
from commerce_sdk.sandbox.commerce.orders import HeldOrder, Orders
from commerce_sdk.sandbox.engine.call import Call, Entry, Json
from commerce_sdk.sandbox.engine.refusal import Refusal

_MONTH = 30 * 86_400.0


@dataclass
class HeldEntitlement:
    """What an account may use, as its newest order left it."""

    id: str
    account: str
    invoice_group: str
    order: HeldOrder
    item_id: str
    offering: str
    quantities: dict[str, int]
    created_at: float
    updated_at: float
    version: int = 1
    active: bool = True
    relations: list[Json] = field(default_factory=list)


class Entitlements:
    """All entitlements of the sandbox. Nothing is kept: each look goes through the orders."""

    def __init__(self, orders: Orders) -> None:
        self._orders = orders

    def held(self) -> dict[str, HeldEntitlement]:
        """Every entitlement by its id, the oldest first."""
        found: dict[str, HeldEntitlement] = {}
        for order in self._orders.succeeded():
            for item in order.items:
                _apply(found, order, item, self._orders.ended_at(order))
        return found

    # --- operations

    def list_entitlements(self, call: Call) -> list[Entry]:
        wanted, group = call.values.get("status-filter"), call.values.get("invoice-group")
        return [
            Entry(each.id, lambda each=each: self._summary(each))  # type: ignore[misc]
            for each in self.held().values()
            if each.account == call.tenants.get("transaction")
            and wanted in (None, _status(each))
            and group in (None, each.invoice_group)
        ]

    def get_entitlement(self, call: Call) -> Json:
        each = self._of(call)
        return {**_details(each), "subscription": _subscription(each)}

    def get_entitlement_v2(self, call: Call) -> Json:
        each = self._of(call)
        return {**_details(each), "subscriptionv2": _subscription_v2(each)}

    def get_entitlement_display_info(self, call: Call) -> Json:
        each = self._of(call)
        return {"entitlementId": each.id, "provisionedResource": _resource(each)}

    def get_entitlement_partner_info(self, call: Call) -> Json:
        each = self._of(call)
        common = _common(each)
        return {
            **{name: value for name, value in common.items() if name != "order"},
            "subscription": _subscription_summary(each),
            "provisionedResource": _resource(each),
        }

    def _of(self, call: Call) -> HeldEntitlement:
        each = self.held().get(call.id.lower())
        if each is None or call.tenants.get("transaction") not in (None, each.account):
            raise Refusal(404, "entitlement_not_found", "There is no such entitlement.")
        return each

    def _summary(self, each: HeldEntitlement) -> Json:
        return {
            **_common(each),
            "optedQuantities": _quantities(each),
            "entitlementTemplate": {"key": each.offering, "version": 1, "data": {}},
            "featureOverrides": {},
            "featureVariables": {},
        }


def _apply(found: dict[str, HeldEntitlement], order: HeldOrder, item: Json, moment: float) -> None:
    kind = item["type"]
    if kind == "CREATION_ORDER":
        entitlement = order.entitlements[item["itemId"]]
        found[entitlement] = HeldEntitlement(
            id=entitlement,
            account=order.account,
            invoice_group=order.body.get("invoiceGroupId") or fixed_id(order.account),
            order=order,
            item_id=item["itemId"],
            offering=str(item.get("offeringId")),
            quantities=quantities_of(item),
            created_at=moment,
            updated_at=moment,
            relations=list(_relations(order, item)),
        )
        return
    known = found.get(str((item.get("entitlement") or {}).get("id")).lower())
    if known is None or known.account != order.account:
        return  # it began before the sandbox did
    known.version, known.updated_at = known.version + 1, moment
    if kind == "CANCELLATION_ORDER":
        known.active = False
    elif kind == "REACTIVATION_ORDER":
        known.active = True
    elif kind == "AMENDMENT_ORDER":
        known.quantities |= quantities_of(item)
        known.offering = str(item.get("offeringId") or known.offering)


def quantities_of(item: Json) -> dict[str, int]:
    """How many of what an item orders; one user where it does not say."""
    details = (item.get("optedUsageOptions") or {}).get("chargingDetails") or {}
    return {
        str(each["chargeElement"]): each["quantity"]
        for each in details.get("chargeQuantities") or ()
    } or {"user": 1}


def _relations(order: HeldOrder, item: Json) -> Iterator[Json]:
    for number, relation in enumerate(item.get("relatesFromEntitlements") or (), 1):
        target = relation.get("entitlementId") or order.entitlements.get(relation.get("itemId"))
        if target:
            yield {
                "entitlementId": target,
                "relationshipType": relation["relationshipType"],
                "relationshipId": fixed_id(f"{order.order_id} {item['itemId']} {number}"),
            }


def _status(each: HeldEntitlement) -> str:
    return "ACTIVE" if each.active else "INACTIVE"


def _ms(seconds: float) -> int:
    return int(seconds * 1000)


def _common(each: HeldEntitlement) -> dict[str, Any]:
    return {
        "entitlementId": each.id,
        "invoiceGroupId": each.invoice_group,
        "version": each.version,
        "status": _status(each),
        "slug": f"E-{each.id[:3]}-{each.id[4:7]}-{each.id[9:12]}".upper(),
        "offeringKey": each.offering,
        "transactionAccountId": each.account,
        "order": {"id": each.order.order_id, "itemId": each.item_id},
        "relatesToEntitlements": [],
        "relatesFromEntitlements": each.relations,
        "createdAt": _ms(each.created_at),
        "updatedAt": _ms(each.updated_at),
    }


def _quantities(each: HeldEntitlement) -> list[Json]:
    return [
        {"chargeElement": element, "quantity": quantity, "source": "USER_OPTED"}
        for element, quantity in each.quantities.items()
    ]


def _details(each: HeldEntitlement) -> dict[str, Any]:
    return {
        **_common(each),
        "optedQuantities": _quantities(each),
        "featureVariables": None,
        "entitlementTemplate": {"key": each.offering, "version": 1, "data": {}},
    }


def _subscription(each: HeldEntitlement) -> Json:
    return {
        **_subscription_v2(each),
        "orderId": each.order.order_id,
        "glp": -1,
        "isEditable": each.active,
        "scheduledChanges": None,
    }


def _subscription_v2(each: HeldEntitlement) -> dict[str, Any]:
    number = 1 + [item["itemId"] for item in each.order.items].index(each.item_id)
    next_bill = _ms(each.created_at + _MONTH)
    return {
        "id": fixed_id(f"subscription {each.id}"),
        "orderItemId": f"{each.order.order_id}-{number}",
        "entitlementId": each.id,
        "status": "ACTIVE" if each.active else "CANCELLED",
        "startTimestamp": _ms(each.created_at),
        "endTimestamp": None if each.active else _ms(each.updated_at),
        "accountDetails": {
            "invoiceGroupId": each.invoice_group,
            "transactionAccountId": each.account,
        },
        "billingPeriodDetails": {
            "billingAnchorTimestamp": _ms(each.created_at),
            "nextBillingTimestamp": next_bill,
            "nextBillingAnchorTimestamp": next_bill,
        },
        "chargeDetails": _charges(each),
        "trial": None,
        "pauseBilling": None,
        "allowances": [],
    }


def _subscription_summary(each: HeldEntitlement) -> Json:
    full = _subscription_v2(each)
    next_bill = full["billingPeriodDetails"]["nextBillingTimestamp"]
    return {
        "id": full["id"],
        "status": full["status"],
        "nextBillingTimestamp": next_bill,
        "nextBillingAnchorTimestamp": next_bill,
        "accountDetails": full["accountDetails"],
        "chargeDetails": full["chargeDetails"],
        "startTimestamp": full["startTimestamp"],
        "endTimestamp": full["endTimestamp"],
    }


def _charges(each: HeldEntitlement) -> Json:
    return {
        "offeringId": each.offering,
        "pricingPlanId": None,
        "chargeQuantities": [
            {
                "chargeElement": element,
                "quantity": quantity,
                "lastUpdatedAt": _ms(each.updated_at),
            }
            for element, quantity in each.quantities.items()
        ],
    }


def _resource(each: HeldEntitlement) -> Json:
    names = {offering.id: offering.product.name for offering in OFFERINGS}
    return {
        "ari": f"ari:cloud:platform::site/{each.id}",
        "name": names.get(each.offering, "Some product"),
    }
