"""How the sandbox's orders behave: their life, what shows when, duplicates, lists, previews."""

from __future__ import annotations

import hashlib
import json
import random
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from commerce_sdk.sandbox.commerce.catalogue import (
    FAILING_OFFERING,
    QUOTED_OFFERING,
    failure_for,
    unprovisioned,
)
from commerce_sdk.sandbox.commerce.needs import Provisionings, QuoteBook, Sales
from commerce_sdk.sandbox.commerce.order_items import (
    answered_relation,
    answered_usage,
    foreseen,
    kept,
    version_after,
)
from commerce_sdk.sandbox.engine.call import Call, Entry, Json
from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.refusal import Refusal

OnDuplicate = Literal["replay", "conflict", "locked"]
_SLUG_LETTERS = "234567ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass
class Switches:
    """What can be changed while the sandbox runs. Times are in seconds of its clock."""

    pending: float = 1.0
    processing: float = 2.0
    apply_after: float = 0.0
    visible_after: float = 0.0
    on_duplicate: OnDuplicate = "replay"


@dataclass
class HeldOrder:
    """An order that the platform has, or will have once `applied_at` comes."""

    order_id: str
    account: str
    api: Literal["v2", "v4"]
    body: Json
    digest: str
    slug: str
    items: Sequence[Json]
    created_at: float
    applied_at: float
    visible_at: float
    failure: Json | None = None
    entitlements: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Receipt:
    """One order request that reached the platform, whatever came of it."""

    operation: str
    order_id: str
    digest: str
    time: float
    was_readable: bool


class Orders:
    """All orders of the sandbox, and what each operation does with them.

    `earlier` are those from before it began: they are in no list, and what they came to is.
    """

    quotes: QuoteBook
    ledger: Sales
    provisionings: Provisionings | None = None

    def __init__(self, clock: Clock, chance: random.Random) -> None:
        self.clock = clock
        self.random = chance
        self.switches: Switches = Switches()
        self.held: dict[str, HeldOrder] = {}
        self.earlier: list[HeldOrder] = []
        self.receipts: list[Receipt] = []
        self.failures: dict[str, Json] = {}

    # --- placing

    def place_order(self, call: Call) -> Json:
        order = self._take_in("v4", call)
        return {"orderId": order.order_id, "statusUrl": f"/v4/orders/{order.order_id}"}

    def create_order(self, call: Call) -> Json:
        return self._placed(self._take_in("v2", call))

    def _take_in(self, api: Literal["v2", "v4"], call: Call) -> HeldOrder:
        body, account = call.body, call.tenants["transaction"]
        now = self.clock.time()
        order_id = str(body["orderId"]).lower()
        digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
        known = self.held.get(order_id)
        readable = known is not None and known.visible_at <= now
        self.receipts.append(Receipt(call.operation.id, order_id, digest, now, readable))
        if known is not None:
            return self._duplicate(known, account, digest)
        items = self._items_of(account, body)
        order = HeldOrder(
            order_id=order_id,
            account=account,
            api=api,
            body=body,
            digest=digest,
            slug=self._slug(),
            items=items,
            created_at=now,
            applied_at=now + self.switches.apply_after,
            visible_at=now + self.switches.apply_after + self.switches.visible_after,
        )
        # It is asked of every order, for a provisioning ends with an order that fails.
        reason = self._unprovisioned(order)
        order.failure = self.failures.get(order_id) or _failure_by_offering(order) or reason
        order.entitlements = {item["itemId"]: self._uuid() for item in order.items}
        self.held[order_id] = order
        return order

    def _duplicate(self, known: HeldOrder, account: str, digest: str) -> HeldOrder:
        if known.account != account:
            raise Refusal(422, "order_id_taken", "The order id belongs to another order.")
        if known.digest != digest:
            raise Refusal(422, "order_differs", "An order of this id was placed with another body.")
        if self.switches.on_duplicate == "conflict":
            raise Refusal(409, "order_exists", "An order of this id exists.")
        if self.switches.on_duplicate == "locked":
            raise Refusal(423, "order_in_work", "An order of this id is in work.")
        return known

    def _items_of(self, account: str, body: Json) -> Sequence[Json]:
        """What is ordered; by quote, its lines. Raises `Refusal` for what makes no sense."""
        if "quote" in body:
            return self.quotes.to_order(account, body["quote"]).items()
        items: Sequence[Json] = body.get("items") or []
        if not items:
            raise Refusal(422, "items_missing", "An order needs at least one item.")
        labels = [item["itemId"] for item in items]
        for index, item in enumerate(items):
            if item["itemId"] in labels[:index]:
                raise Refusal.of_item(item["itemId"], "itemId", "is taken by another item")
            for relation in item.get("relatesFromEntitlements") or []:
                label = relation.get("itemId")
                if label is not None and label not in labels:
                    raise Refusal.of_item(
                        item["itemId"], "relatesFromEntitlements", f"no item is labelled {label}"
                    )
        return items

    def _unprovisioned(self, order: HeldOrder) -> Json | None:
        """Why an order fails that names a provisioning."""
        named = (order.body.get("metadata") or {}).get("provisionRequestId")
        if self.provisionings is None or named is None:
            return None
        offerings = [str(item.get("offeringId")).lower() for item in order.items]
        reason = self.provisionings.refusal(str(named), order.order_id, offerings)
        return unprovisioned(order.items[0]["itemId"], reason) if reason else None

    # --- reading

    def get_order(self, call: Call) -> Json:
        return self._order(self._visible(call))

    def get_order_item(self, call: Call) -> Json:
        order = self._order(self._visible(call))
        wanted = call.values[call.operation.path_names[1]]
        items = [item for item in order["items"] if item["orderItemId"] == wanted]
        if not items:
            raise Refusal(404, "order_item_not_found", "The order has no such item.")
        return {**order, "items": items}

    def get_order_status(self, call: Call) -> Json:
        order = self._visible(call)
        status = "SYNC_ORDER" if order.api == "v2" else self.stage(order)
        return {
            "orderId": order.order_id,
            "status": status,
            "processingResult": self._placed(order) if status == "PROCESSING" else None,
            "successResult": self._order(order) if status == "SUCCESS" else None,
            "error": order.failure if status == "FAILED" else None,
        }

    def list_orders(self, call: Call) -> list[Entry]:
        """Newest first."""
        group = call.values.get("invoice-group")
        return [
            Entry(order.order_id, lambda order=order: self._order(order))  # type: ignore[misc]
            for order in reversed(self.held.values())
            if order.account == call.tenants.get("transaction")
            and order.visible_at <= self.clock.time()
            and group in (None, order.body.get("invoiceGroupId"))
        ]

    def preview_order(self, call: Call) -> Json:
        account = call.tenants["transaction"]
        lines = self.quotes.to_order(account, call.body["quote"]).items()
        order_id, now = self._uuid(), self.clock.time()
        preview = HeldOrder(
            order_id, account, "v2", call.body, "", self._slug(), lines, now, now, now
        )
        items = [
            {**shown, "processingInfo": foreseen(item, status=None)}
            for shown, item in zip(self._order(preview)["items"], lines, strict=True)
        ]
        return {**self._order(preview), "slug": None, "items": items}

    # --- for what follows orders

    def succeeded(self) -> list[HeldOrder]:
        """The orders that have ended well, in the order of their ends."""
        every = (*self.earlier, *self.held.values())
        done = [order for order in every if self.stage(order) == "SUCCESS"]
        return sorted(done, key=self.ended_at)

    def ended_at(self, order: HeldOrder) -> float:
        """When an order ends."""
        return order.applied_at + self.switches.pending + self.switches.processing

    def stage_of_quote(self, quote_id: str) -> str | None:
        """How far the order of a quote has come; None where none was placed, or it failed."""
        stages = [
            self.stage(order)
            for order in self.held.values()
            if str(order.body.get("quote", {}).get("id")).lower() == quote_id
        ]
        return next((stage for stage in reversed(stages) if stage != "FAILED"), None)

    def _visible(self, call: Call) -> HeldOrder:
        order = self.held.get(call.id.lower())
        account, now = call.tenants.get("transaction"), self.clock.time()
        if order is None or order.account != account or order.visible_at > now:
            raise Refusal(404, "order_not_found", "There is no such order for this account.")
        return order

    # --- life and shape

    def stage(self, order: HeldOrder) -> str:
        """How far an order has come: PENDING, PROCESSING, SUCCESS or FAILED."""
        age = self.clock.time() - order.applied_at
        if age < self.switches.pending:
            return "PENDING"
        if age < self.switches.pending + self.switches.processing:
            return "PROCESSING"
        return "FAILED" if order.failure is not None else "SUCCESS"

    def _changed_at(self, order: HeldOrder) -> float:
        """When the present stage began."""
        stage = self.stage(order)
        if stage == "PENDING":
            return order.created_at
        begun = order.applied_at + self.switches.pending
        return begun if stage == "PROCESSING" else begun + self.switches.processing

    def _placed(self, order: HeldOrder) -> Json:
        return {
            "orderId": order.order_id,
            "slug": order.slug,
            "items": [
                {
                    "itemId": item["itemId"],
                    "orderItemId": f"{order.order_id}-{number}",
                    "triggeredByOrderItem": None,
                    "processingInfo": None,
                    "metadata": kept(item.get("metadata")),
                }
                for number, item in enumerate(order.items, 1)
            ],
            "transactionAccountId": order.account,
            "invoiceGroupId": order.body.get("invoiceGroupId"),
            "additionalTriggeredOrders": None,
            "metadata": order.body.get("metadata"),
        }

    def _order(self, order: HeldOrder) -> dict[str, Any]:
        return {
            "orderId": order.order_id,
            "slug": order.slug,
            "transactionAccountId": order.account,
            "transactionAccount": {"id": order.account, "partitionKey": "atlassian-commercial"},
            "invoiceGroupId": order.body.get("invoiceGroupId"),
            "items": list(self._items(order)),
            "additionalTriggeredOrders": None,
            "metadata": order.body.get("metadata"),
            "createdDate": int(order.created_at * 1000),
        }

    def _items(self, order: HeldOrder) -> Iterator[Json]:
        numbers = {item["itemId"]: number for number, item in enumerate(order.items, 1)}
        for item in order.items:
            item_id = f"{order.order_id}-{numbers[item['itemId']]}"
            yield {
                "itemId": item["itemId"],
                "orderItemId": item_id,
                "offeringId": item.get("offeringId"),
                "type": item["type"],
                "parentEntitlementId": None,
                "optedUsageOptions": answered_usage(item.get("optedUsageOptions")),
                "processingInfo": self._processing(order, item, item_id),
                "metadata": kept(item.get("metadata")),
                "promotions": None,
                "quoteLineItemDetailsReference": item.get("quoteLineItemDetailsReference"),
                "updatedDate": int(self._changed_at(order) * 1000),
                "relatesFromEntitlements": [
                    answered_relation(order.order_id, each, numbers)
                    for each in item.get("relatesFromEntitlements") or []
                ],
            }

    def _processing(self, order: HeldOrder, item: Json, item_id: str) -> Json | None:
        stage = self.stage(order)
        if stage == "PENDING":
            return None
        if stage != "SUCCESS":
            return foreseen(item, status="FAIL" if stage == "FAILED" else "PROCESSING")
        entitlement = item.get("entitlement") or {}
        sale = None
        if item["type"] == "AMENDMENT_ORDER":
            # It depends on what was there before.
            sale = self.ledger.sale(str(entitlement["id"]).lower(), item_id)
        return {
            **foreseen(item, status="SUCCESS"),
            **({"saleTransitionType": sale} if sale else {}),
            "entitlement": {
                "id": entitlement.get("id") or order.entitlements.get(item["itemId"]),
                "version": version_after(str(entitlement.get("version"))),
            },
        }

    def _slug(self) -> str:
        groups = ("".join(self.random.choices(_SLUG_LETTERS, k=3)) for _ in range(4))
        return "R-" + "-".join(groups)

    def _uuid(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def seed_finished(self, account: str, count: int, invoice_group: str) -> None:
        """Past orders of an account, each a day older than the next."""
        now = self.clock.time()
        for number in range(count, 0, -1):
            created = now - 86_400.0 * number
            order_id = self._uuid()
            body: dict[str, Any] = {
                "orderId": order_id,
                "transactionAccountId": account,
                "invoiceGroupId": invoice_group,
                "items": [
                    {"type": "CREATION_ORDER", "itemId": "O1", "offeringId": QUOTED_OFFERING}
                ],
            }
            self.held[order_id] = HeldOrder(
                order_id,
                account,
                "v4",
                body,
                "",
                self._slug(),
                body["items"],
                created,
                created,
                created,
                entitlements={"O1": self._uuid()},
            )


def _failure_by_offering(order: HeldOrder) -> Json | None:
    for item in order.items:
        if str(item.get("offeringId")).lower() == FAILING_OFFERING:
            return failure_for(item["itemId"])
    return None
