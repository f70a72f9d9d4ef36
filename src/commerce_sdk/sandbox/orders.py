"""How the sandbox's orders behave: their life, what shows when, duplicates, lists, previews."""

from __future__ import annotations

import hashlib
import json
import random
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from commerce_sdk.sandbox.catalogue import (
    FAILING_OFFERING,
    QUOTED_OFFERING,
    QUOTES,
    failure_for,
)
from commerce_sdk.sandbox.clock import Clock
from commerce_sdk.sandbox.refusal import Refusal

Json = Mapping[str, Any]
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
    created_at: float
    applied_at: float
    visible_at: float
    failure: Json | None = None
    entitlements: dict[str, str] = field(default_factory=dict)

    @property
    def items(self) -> Sequence[Json]:
        """What was ordered; by quote, the quote's line as an item."""
        if "quote" in self.body:
            return [{"type": "CREATION_ORDER", "itemId": "O1", "offeringId": QUOTED_OFFERING}]
        return self.body.get("items") or []


@dataclass(frozen=True)
class Receipt:
    """One order request that reached the platform, whatever came of it."""

    operation: str
    order_id: str
    digest: str
    time: float
    was_readable: bool


class Orders:
    """All orders of the sandbox, and what each operation does with them."""

    def __init__(self, clock: Clock, seed: int) -> None:
        self.clock = clock
        self.random = random.Random(seed)
        self.switches = Switches()
        self.held: dict[str, HeldOrder] = {}
        self.receipts: list[Receipt] = []
        self.failures: dict[str, Json] = {}

    # --- placing

    def place_order(self, account: str, body: Json) -> Json:
        order = self._take_in("place_order", "v4", account, body)
        return {"orderId": order.order_id, "statusUrl": f"/v4/orders/{order.order_id}"}

    def create_order(self, account: str, body: Json) -> Json:
        return self._placed(self._take_in("create_order", "v2", account, body))

    def _take_in(
        self, operation: str, api: Literal["v2", "v4"], account: str, body: Json
    ) -> HeldOrder:
        now = self.clock.time()
        order_id = str(body["orderId"]).lower()
        digest = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
        known = self.held.get(order_id)
        readable = known is not None and known.visible_at <= now
        self.receipts.append(Receipt(operation, order_id, digest, now, readable))
        if known is not None:
            return self._duplicate(known, account, digest)
        self._check_meaning(body)
        order = HeldOrder(
            order_id=order_id,
            account=account,
            api=api,
            body=body,
            digest=digest,
            slug=self._slug(),
            created_at=now,
            applied_at=now + self.switches.apply_after,
            visible_at=now + self.switches.apply_after + self.switches.visible_after,
        )
        order.failure = self.failures.get(order_id) or _failure_by_offering(order)
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

    def _check_meaning(self, body: Json) -> None:
        if "quote" in body:
            self._check_quote(body["quote"])
            return
        items = body.get("items") or []
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

    def _check_quote(self, quote: Json) -> None:
        version = QUOTES.get(str(quote["id"]).lower())
        if version is None:
            raise Refusal(404, "quote_not_found", "There is no such quote.")
        if version != quote["version"]:
            raise Refusal(409, "quote_changed", f"The quote is at version {version} by now.")

    # --- reading

    def get_order(self, account: str, order_id: str) -> Json:
        return self._order(self._visible(account, order_id))

    def get_order_item(self, account: str, order_id: str, order_item_id: str) -> Json:
        order = self._order(self._visible(account, order_id))
        items = [item for item in order["items"] if item["orderItemId"] == order_item_id]
        if not items:
            raise Refusal(404, "order_item_not_found", "The order has no such item.")
        return {**order, "items": items}

    def get_order_status(self, account: str, order_id: str) -> Json:
        order = self._visible(account, order_id)
        status = "SYNC_ORDER" if order.api == "v2" else self._stage(order)
        return {
            "orderId": order.order_id,
            "status": status,
            "processingResult": self._placed(order) if status == "PROCESSING" else None,
            "successResult": self._order(order) if status == "SUCCESS" else None,
            "error": order.failure if status == "FAILED" else None,
        }

    def list_orders(
        self, account: str, size: int, start: str | None, invoice_group: str | None
    ) -> Json:
        """Newest first; the cursor is the id of the first order of the page it leads to."""
        shown = [
            order
            for order in reversed(self.held.values())
            if order.account == account
            and order.visible_at <= self.clock.time()
            and invoice_group in (None, order.body.get("invoiceGroupId"))
        ]
        begin = 0
        if start is not None:
            ids = [order.order_id for order in shown]
            if start not in ids:
                raise Refusal(400, "cursor_invalid", "start-id is no cursor of this list.")
            begin = ids.index(start)
        page, rest = shown[begin : begin + size], shown[begin + size :]
        following = {"nextId": rest[0].order_id} if rest else {}
        return {"data": [self._order(order) for order in page], **following}

    def preview_order(self, account: str, body: Json) -> Json:
        self._check_quote(body["quote"])
        order_id = str(uuid.UUID(int=self.random.getrandbits(128), version=4))
        now = self.clock.time()
        preview = HeldOrder(order_id, account, "v2", body, "", self._slug(), now, now, now)
        items = [{**item, "processingInfo": None} for item in self._order(preview)["items"]]
        return {**self._order(preview), "slug": None, "items": items}

    def _visible(self, account: str, order_id: str) -> HeldOrder:
        order = self.held.get(order_id.lower())
        if order is None or order.account != account or order.visible_at > self.clock.time():
            raise Refusal(404, "order_not_found", "There is no such order for this account.")
        return order

    # --- life and shape

    def _stage(self, order: HeldOrder) -> str:
        age = self.clock.time() - order.applied_at
        if age < self.switches.pending:
            return "PENDING"
        if age < self.switches.pending + self.switches.processing:
            return "PROCESSING"
        return "FAILED" if order.failure is not None else "SUCCESS"

    def _changed_at(self, order: HeldOrder) -> float:
        """When the present stage began."""
        stage = self._stage(order)
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
                    "metadata": _kept(item.get("metadata")),
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
            yield {
                "itemId": item["itemId"],
                "orderItemId": f"{order.order_id}-{numbers[item['itemId']]}",
                "offeringId": item.get("offeringId"),
                "type": item["type"],
                "parentEntitlementId": None,
                "optedUsageOptions": _usage(item.get("optedUsageOptions")),
                "processingInfo": self._processing(order, item),
                "metadata": _kept(item.get("metadata")),
                "promotions": None,
                "updatedDate": int(self._changed_at(order) * 1000),
                "relatesFromEntitlements": [
                    _relation(order, relation, numbers)
                    for relation in item.get("relatesFromEntitlements") or []
                ],
            }

    def _processing(self, order: HeldOrder, item: Json) -> Json | None:
        stage = self._stage(order)
        if stage == "PENDING":
            return None
        status = {"PROCESSING": "PROCESSING", "SUCCESS": "SUCCESS", "FAILED": "FAIL"}[stage]
        entitlement = item.get("entitlement") or {}
        known = {
            "id": entitlement.get("id") or order.entitlements.get(item["itemId"]),
            "version": str(int(entitlement.get("version") or 0) + 1)
            if str(entitlement.get("version") or 0).isdigit()
            else "1",
        }
        return {
            "status": status,
            "entitlement": known if status == "SUCCESS" else None,
            "transitionTime": "IMMEDIATE",
            "transitionTimestamp": None,
            "saleTransitionType": "NEW",
            "prorationBehaviour": "ALWAYS_INVOICE",
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
            body = {
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
                created,
                created,
                created,
                entitlements={"O1": self._uuid()},
            )


def _kept(metadata: Json | None) -> Json | None:
    """What is kept of an item's metadata: a request may hold nulls, an answer text only."""
    return metadata and {name: value for name, value in metadata.items() if value is not None}


def _usage(options: Json | None) -> Json | None:
    if options is None:
        return None
    parts = ("trial", "chargingDetails", "effectiveTime")
    return {**{part: options.get(part) for part in parts}, "purchaseMetadata": None}


def _relation(order: HeldOrder, relation: Json, numbers: Mapping[str, int]) -> Json:
    kind = relation["relationshipType"]
    if relation["referenceType"] == "ORDER_ITEM":
        number = numbers.get(relation["itemId"], 0)
        return {
            "relationshipType": kind,
            "referenceType": "ORDER_ITEM",
            "orderItemId": f"{order.order_id}-{number}",
        }
    return {
        "relationshipType": kind,
        "referenceType": "ENTITLEMENT",
        "entitlementId": relation["entitlementId"] or "",
    }


def _failure_by_offering(order: HeldOrder) -> Json | None:
    for item in order.items:
        if str(item.get("offeringId")).lower() == FAILING_OFFERING:
            return failure_for(item["itemId"])
    return None
