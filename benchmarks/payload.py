"""Pages of orders in the shape of the platform's own sample, seeded."""

from __future__ import annotations

import copy
import json
import random
import uuid
from pathlib import Path
from typing import Any

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "data" / "samples"


def sample() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (SAMPLES / "order-get-response.v2.json").read_text(encoding="utf-8")
    )
    return found


def page(orders: int = 100, items: int = 5, seed: int = 7) -> bytes:
    """So many orders of so many items; a hundred of five are about 420 kB."""
    chance, model = random.Random(seed), sample()

    def new_id() -> str:
        return str(uuid.UUID(int=chance.getrandbits(128)))

    def thinned(value: dict[str, Any]) -> dict[str, Any]:
        # Lists leave out most of what is null.
        return {k: v for k, v in value.items() if v is not None or chance.random() < 0.2}

    def item(order_id: str, number: int) -> dict[str, Any]:
        made = thinned(copy.deepcopy(model["items"][1 if number else 0]))
        made |= {"orderItemId": f"{order_id}-{number + 1}", "offeringId": new_id()}
        info = thinned(made["processingInfo"])
        for seldom in ("computedDetails", "saleTransitionDetails"):
            if chance.random() < 0.85:
                info.pop(seldom, None)
        info["entitlement"] = {**info["entitlement"], "id": new_id()}
        return {**made, "processingInfo": info}

    def order() -> dict[str, Any]:
        order_id = new_id()
        ids = {"orderId": order_id, "transactionAccountId": new_id(), "invoiceGroupId": new_id()}
        made = [item(order_id, number) for number in range(items)]
        return {**copy.deepcopy(model), **ids, "items": made}

    document = {"data": [order() for _ in range(orders)], "nextId": None}
    return json.dumps(document, separators=(",", ":")).encode()
