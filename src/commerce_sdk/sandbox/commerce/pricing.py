"""The sandbox's pricing plans, and changes of pricing that take time."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import (
    CATALOG_ACCOUNT,
    OFFERINGS,
    PRICES,
    Offering,
    fixed_id,
)
from commerce_sdk.sandbox.commerce.orders import Switches
from commerce_sdk.sandbox.engine.call import Call, Entry, Json
from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.refusal import Refusal

_YEAR = 365 * 86_400.0
_CURRENCIES = ("USD", "JPY")


@dataclass
class HeldChange:
    """A pricing change that the platform has. `executed_at` is when it was asked to begin."""

    body: dict[str, Any]
    account: str
    created_at: float
    updated_at: float
    version: int = 1
    executed_at: float | None = None
    applied: bool = False


class Pricing:
    """All pricing plans and pricing changes of the sandbox."""

    def __init__(self, clock: Clock, chance: random.Random, switches: Switches) -> None:
        self._clock = clock
        self._random = chance
        self._switches = switches
        self._changes: dict[str, HeldChange] = {}
        self._plans = {plan["id"]: plan for plan in _catalogue_plans(clock.time())}

    # --- plans

    def list_pricing_plans(self, call: Call) -> list[Entry]:
        self._settle()
        wanted = call.values.get("status")
        reasons = call.values.get("activation-reason-code")
        offering = _offering(call.id)
        return [
            Entry(plan["id"], lambda plan=plan: plan)  # type: ignore[misc]
            for plan in self._plans.values()
            if plan["offeringId"] == offering.id
            and wanted in (None, "NONE", plan["status"])
            and (not reasons or plan.get("activatedWithReason") in reasons)
        ]

    def get_pricing_plan(self, call: Call) -> Json:
        self._settle()
        return self._plan(call.id)

    def create_pricing_plan(self, call: Call) -> Json:
        body, owner = call.body, _owner(call)
        offering = _offering(str(body["offeringId"]))
        plan_id = str(body.get("id") or self._uuid())
        if plan_id in self._plans:
            raise Refusal(409, "pricing_plan_exists", "A pricing plan of this id exists.")
        if body["currency"] not in _CURRENCIES:
            raise Refusal(400, "currency_unknown", f"currency is one of {', '.join(_CURRENCIES)}.")
        now = int(self._clock.time() * 1000)
        self._plans[plan_id] = {
            **_plan_head(plan_id, offering, str(body["currency"]), now),
            "status": "DRAFT",
            "primaryCycle": _cycle(str(body["primaryCycleId"])),
            "items": [_plan_item(item) for item in body.get("items") or ()],
            "version": 1,
            "createdBy": "sandbox",
            "catalogAccountId": owner,
        }
        return self._plans[plan_id]

    def update_pricing_plan(self, call: Call) -> Json:
        plan = self._draft(call)
        if call.body.get("version") not in (None, plan["version"]):
            detail = f"The pricing plan is at version {plan['version']} by now."
            raise Refusal(409, "pricing_plan_changed", detail)
        changed = {**plan, "primaryCycle": _cycle(str(call.body["primaryCycleId"]))}
        if "items" in call.body:
            changed["items"] = [_plan_item(item) for item in call.body["items"]]
        changed["version"] += 1
        changed["updatedAt"] = int(self._clock.time() * 1000)
        self._plans[plan["id"]] = changed
        return changed

    def delete_pricing_plan(self, call: Call) -> None:
        del self._plans[self._draft(call)["id"]]

    def _plan(self, plan_id: str) -> dict[str, Any]:
        plan = self._plans.get(plan_id.lower())
        if plan is None:
            raise Refusal(404, "pricing_plan_not_found", "There is no such pricing plan.")
        return plan

    def _draft(self, call: Call) -> dict[str, Any]:
        self._settle()
        plan = self._plan(call.id)
        if call.tenants.get("catalog") not in (None, plan["catalogAccountId"]):
            raise Refusal(403, "account_forbidden", "The pricing plan is not yours.")
        if plan["status"] != "DRAFT":
            raise Refusal(409, "pricing_plan_not_draft", f"The pricing plan is {plan['status']}.")
        return plan

    # --- changes

    def get_pricing_change(self, call: Call) -> Json:
        self._settle()
        return self._shown(self._change(call.id))

    def create_pricing_change(self, call: Call) -> Json:
        change_id, owner = str(call.body.get("id") or self._uuid()), _owner(call)
        if change_id in self._changes:
            raise Refusal(409, "pricing_change_exists", "A pricing change of this id exists.")
        now = self._clock.time()
        plans = [plan for plan in map(self._plans.get, _plan_ids(call.body)) if plan]
        offering = call.body.get("offeringId") or (plans[0]["offeringId"] if plans else None)
        if offering is None:
            raise Refusal(400, "offering_missing", "No offering, and no plan that is of one.")
        body = {**call.body, "id": change_id, "offeringId": offering}
        self._changes[change_id] = HeldChange(body, owner, now, now)
        return self._shown(self._changes[change_id])

    def update_pricing_change(self, call: Call) -> Json:
        change = self._draft_change(call)
        change.body |= call.body
        change.version, change.updated_at = change.version + 1, self._clock.time()
        return self._shown(change)

    def delete_pricing_change(self, call: Call) -> None:
        del self._changes[self._draft_change(call).body["id"]]

    def execute_pricing_change(self, call: Call) -> Json:
        change = self._draft_change(call)
        change.body |= call.body or {}
        change.executed_at = change.updated_at = self._clock.time()
        change.version += 1
        return self._shown(change)

    def _change(self, change_id: str) -> HeldChange:
        change = self._changes.get(change_id.lower())
        if change is None:
            raise Refusal(404, "pricing_change_not_found", "There is no such pricing change.")
        return change

    def _draft_change(self, call: Call) -> HeldChange:
        self._settle()
        change = self._change(call.id)
        if call.tenants.get("catalog") != change.account:
            raise Refusal(403, "account_forbidden", "The pricing change is not yours.")
        if change.executed_at is not None:
            raise Refusal(409, "pricing_change_executed", f"It is {self._status(change)}.")
        return change

    # --- life and shape

    def _begins_at(self, change: HeldChange) -> float:
        effective = change.body.get("effectiveDate")
        asked = change.executed_at or 0.0
        return max(asked, effective / 1000 if effective else 0.0) + self._switches.pending

    def _status(self, change: HeldChange) -> str:
        now = self._clock.time()
        if change.executed_at is None:
            return "DRAFT"
        if now < self._begins_at(change):
            return "PENDING"
        if now < self._begins_at(change) + self._switches.processing:
            return "PROCESSING"
        return "COMPLETED" if self._is_possible(change) else "FAILED"

    def _is_possible(self, change: HeldChange) -> bool:
        named = [self._plans.get(plan_id.lower()) for plan_id in _plan_ids(change.body)]
        reasons = {
            (each.get("activate") or {}).get("activationReasonCode")
            for each in change.body.get("changes") or ()
        }
        same = all(plan and plan["offeringId"] == change.body["offeringId"] for plan in named)
        return same and "EXPERIMENTAL_PRICING" not in reasons

    def _settle(self) -> None:
        """Bring into force what has ended since the last look."""
        for change in self._changes.values():
            if change.applied or self._status(change) != "COMPLETED":
                continue
            change.applied = True
            moment = int((self._begins_at(change) + self._switches.processing) * 1000)
            for each in change.body.get("changes") or ():
                begin, end = each.get("activate") or {}, each.get("deactivate") or {}
                if begin.get("pricingPlanId"):
                    plan = self._plan(begin["pricingPlanId"])
                    plan["status"], plan["activationDate"] = "ACTIVE", moment
                    plan["activatedWithReason"] = begin.get("activationReasonCode")
                if end.get("pricingPlanId"):
                    plan = self._plan(end["pricingPlanId"])
                    plan["status"] = "AT_NOTICE"
                    plan["maxNewQuoteDate"] = end.get("maxNewQuoteDate")

    def _shown(self, change: HeldChange) -> Json:
        return {
            **change.body,
            "changes": [_change_shown(each) for each in change.body.get("changes") or ()],
            "ari": f"ari:cloud:commerce::pricing-change/{change.body['id']}",
            "catalogAccountId": change.account,
            "createdAt": int(change.created_at * 1000),
            "createdBy": "sandbox",
            "updatedAt": int(change.updated_at * 1000),
            "updatedBy": "sandbox",
            "version": change.version,
            "status": self._status(change),
        }

    def _uuid(self) -> str:
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))


def _owner(call: Call) -> str:
    """Whose a plan or a change will be."""
    if "catalog" not in call.tenants:
        raise Refusal(400, "parameter_invalid", "A catalog account is required.")
    return call.tenants["catalog"]


def _offering(offering_id: str) -> Offering:
    for offering in OFFERINGS:
        if offering.id == offering_id.lower():
            return offering
    raise Refusal(404, "offering_not_found", "There is no such offering.")


def _plan_ids(body: Json) -> Iterator[str]:
    for each in body.get("changes") or ():
        for part in ("activate", "deactivate"):
            plan_id = (each.get(part) or {}).get("pricingPlanId")
            if plan_id:
                yield str(plan_id)


def _change_shown(each: Json) -> Json:
    shown = dict(each)
    if "activate" in each:
        shown["activate"] = {
            "pricingPlanId": each["activate"].get("pricingPlanId", ""),
            "activationReasonCode": each["activate"].get("activationReasonCode", "DEFAULT_PRICING"),
        }
    if "deactivate" in each:
        shown["deactivate"] = {
            "pricingPlanId": each["deactivate"].get("pricingPlanId", ""),
            "maxNewQuoteDate": each["deactivate"].get("maxNewQuoteDate", 0),
        }
    return shown


def _cycle(name: str) -> Json:
    return {"name": name, "interval": "YEAR" if name == "ANNUAL" else "MONTH", "count": 1}


def _plan_head(plan_id: str, offering: Offering, currency: str, now: int) -> dict[str, Any]:
    return {
        "id": plan_id,
        "updatedAt": now,
        "description": f"{offering.name} in {currency}",
        "offeringId": offering.id,
        "productId": offering.product.id,
        "offeringName": offering.name,
        "ari": f"ari:cloud:commerce::pricing-plan/{plan_id}",
        "currency": currency,
        "type": "COMMERCIAL",
    }


def _plan_item(item: Mapping[str, Any]) -> Json:
    return {
        "cycle": _cycle(str(item.get("cycleId") or "MONTHLY")),
        "chargeType": _one_of(item["chargeType"], "METERED", "LICENSED", "AUTO_SCALING"),
        "chargeElement": item["chargeElement"],
        "tiersMode": _one_of(item["tiersMode"], "GRADUATED", "VOLUME"),
        "chargeElementAggregationType": _one_of(
            item["chargeElementAggregationType"], "LATEST", "SUM"
        ),
        "tiers": list(item.get("tiers") or ()),
    }


def _one_of(value: str, *known: str) -> str:
    if value not in known:
        raise Refusal(400, "value_unknown", f"{value!r} is none of {', '.join(known)}.")
    return value


def _catalogue_plans(now: float) -> Iterator[dict[str, Any]]:
    began = int((now - _YEAR) * 1000)
    for offering in OFFERINGS:
        prices: Mapping[str, Sequence[Json]] = PRICES.get(offering.id, {})
        for currency, tiers in prices.items():
            plan_id = fixed_id(f"{offering.id} {currency}")
            item = {
                "chargeType": "LICENSED",
                "chargeElement": "user",
                "tiersMode": "GRADUATED",
                "chargeElementAggregationType": "LATEST",
                "tiers": tiers,
            }
            yield {
                **_plan_head(plan_id, offering, currency, began),
                "status": "ACTIVE",
                "primaryCycle": _cycle("MONTHLY"),
                "activatedWithReason": "DEFAULT_PRICING",
                "items": [_plan_item(item)],
                "version": 1,
                "supportedBillingSystems": ["CCP"],
                "activationDate": began,
                "catalogAccountId": CATALOG_ACCOUNT if offering.product.by_partner else None,
            }
