"""The sandbox's entitlements: what its subscriptions look like from outside."""

from __future__ import annotations

from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import OFFERINGS, fixed_id
from commerce_sdk.sandbox.commerce.ledger import Ledger
from commerce_sdk.sandbox.commerce.plans import pricing_plan_id
from commerce_sdk.sandbox.commerce.subscriptions import Subscription
from commerce_sdk.sandbox.commerce.trials import Trial
from commerce_sdk.sandbox.engine.call import Call, Entry, Json
from commerce_sdk.sandbox.engine.refusal import Refusal


class Entitlements:
    """All entitlements of the sandbox."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    # --- operations

    def list_entitlements(self, call: Call) -> list[Entry]:
        wanted, group = call.values.get("status-filter"), call.values.get("invoice-group")
        return [
            Entry(each.id, lambda each=each: self._summary(each))  # type: ignore[misc]
            for each in self._ledger.subscriptions().values()
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

    def _of(self, call: Call) -> Subscription:
        wanted = call.id.lower()
        each = self._ledger.subscriptions(only=wanted).get(wanted)
        if each is None or call.tenants.get("transaction") not in (None, each.account):
            raise Refusal(404, "entitlement_not_found", "There is no such entitlement.")
        return each

    def _summary(self, each: Subscription) -> Json:
        return {
            **_common(each),
            "optedQuantities": _quantities(each),
            "entitlementTemplate": {"key": each.offering, "version": 1, "data": {}},
            "featureOverrides": {},
            "featureVariables": {},
        }


def _status(each: Subscription) -> str:
    return "ACTIVE" if each.active else "INACTIVE"


def _common(each: Subscription) -> dict[str, Any]:
    return {
        "entitlementId": each.id,
        "invoiceGroupId": each.invoice_group,
        "version": each.version,
        "status": _status(each),
        "slug": f"E-{each.id[:3]}-{each.id[4:7]}-{each.id[9:12]}".upper(),
        "offeringKey": each.offering,
        "transactionAccountId": each.account,
        "order": {"id": each.order.order_id, "itemId": each.order.item_id},
        "relatesToEntitlements": each.relates_to,
        "relatesFromEntitlements": each.relates_from,
        "createdAt": each.created_at,
        "updatedAt": each.updated_at,
    }


def _quantities(each: Subscription) -> list[Json]:
    return [
        {"chargeElement": element, "quantity": quantity, "source": "USER_OPTED"}
        for element, quantity in each.plan.quantities.items()
    ]


def _details(each: Subscription) -> dict[str, Any]:
    return {
        **_common(each),
        "optedQuantities": _quantities(each),
        "featureVariables": None,
        "entitlementTemplate": {"key": each.offering, "version": 1, "data": {}},
    }


def _subscription(each: Subscription) -> Json:
    return {
        **_subscription_v2(each),
        "orderId": each.order.order_id,
        "glp": -1,
        "isEditable": each.active,
        "scheduledChanges": None,
    }


def _subscription_v2(each: Subscription) -> dict[str, Any]:
    return {
        "id": fixed_id(f"subscription {each.id}"),
        "orderItemId": each.order.order_item_id,
        "entitlementId": each.id,
        "status": "ACTIVE" if each.active else "CANCELLED",
        "startTimestamp": each.created_at,
        "endTimestamp": each.ends_at,
        "accountDetails": {
            "invoiceGroupId": each.invoice_group,
            "transactionAccountId": each.account,
        },
        "billingPeriodDetails": {
            "billingAnchorTimestamp": each.billing_anchor,
            "nextBillingTimestamp": each.next_billing,
            "nextBillingAnchorTimestamp": each.next_billing,
        },
        "chargeDetails": _charges(each),
        "trial": _trial(each.trial, each.currency) if each.trial else None,
        "pauseBilling": None,
        "allowances": [],
    }


def _trial(trial: Trial, currency: str) -> Json:
    return {
        "startTimestamp": trial.start,
        "endTimestamp": trial.end,
        "offeringId": trial.offering,
        "pricingPlanId": pricing_plan_id(trial.offering, currency),
        "endBehaviour": None if trial.at_end == "CANCEL" else "BILLING_PLAN",
        "orderId": trial.terms.order_id,
        "orderItemId": trial.terms.order_item_id,
    }


def _subscription_summary(each: Subscription) -> Json:
    full = _subscription_v2(each)
    next_bill = full["billingPeriodDetails"]["nextBillingTimestamp"]
    return {
        "id": full["id"],
        "status": full["status"],
        "nextBillingTimestamp": next_bill,
        "nextBillingAnchorTimestamp": next_bill,
        "trial": full["trial"],
        "accountDetails": full["accountDetails"],
        "chargeDetails": full["chargeDetails"],
        "startTimestamp": full["startTimestamp"],
        "endTimestamp": full["endTimestamp"],
    }


def _charges(each: Subscription) -> Json:
    return {
        "offeringId": each.plan.offering,
        "pricingPlanId": pricing_plan_id(each.plan.offering, each.currency),
        "chargeQuantities": [
            {
                "chargeElement": element,
                "quantity": quantity,
                "lastUpdatedAt": each.updated_at,
            }
            for element, quantity in each.plan.quantities.items()
        ],
    }


def _resource(each: Subscription) -> Json:
    names = {offering.id: offering.product.name for offering in OFFERINGS}
    return {
        "ari": f"ari:cloud:platform::site/{each.id}",
        "name": names.get(each.offering, "Some product"),
    }
