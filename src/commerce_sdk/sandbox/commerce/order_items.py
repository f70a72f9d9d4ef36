"""How an item of an order is written in answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]
_VERSION = re.compile("[0-9]{1,9}")
_SALES = {"CREATION_ORDER": "NEW", "REACTIVATION_ORDER": "NEW"}


def kept(metadata: Json | None) -> Json | None:
    """What is kept of an item's metadata: a request may hold nulls, an answer text only."""
    return metadata and {name: value for name, value in metadata.items() if value is not None}


def foreseen(item: Json, *, status: str | None) -> dict[str, Any]:
    """What is known of an item that has not changed anything yet."""
    return {
        "status": status,
        "entitlement": None,
        "transitionTime": "NEXT_CYCLE" if item.get("isImmediate") is False else "IMMEDIATE",
        "transitionTimestamp": None,
        "saleTransitionType": _SALES.get(item["type"], "NA"),
        "prorationBehaviour": "ALWAYS_INVOICE",
    }


def version_after(version: str) -> str:
    """The version that an order leaves behind; 1 after what is no version."""
    return str(int(version) + 1) if _VERSION.fullmatch(version) else "1"


def answered_usage(options: Json | None) -> Json | None:
    """The usage options as they are answered."""
    if options is None:
        return None
    parts = ("trial", "chargingDetails", "effectiveTime")
    return {**{part: options.get(part) for part in parts}, "purchaseMetadata": None}


def answered_relation(order_id: str, relation: Json, numbers: Mapping[str, int]) -> Json:
    """A relation as it is answered: other items of the order by the platform's ids of them."""
    kind = relation["relationshipType"]
    if relation["referenceType"] == "ORDER_ITEM":
        number = numbers.get(relation["itemId"], 0)
        return {
            "relationshipType": kind,
            "referenceType": "ORDER_ITEM",
            "orderItemId": f"{order_id}-{number}",
        }
    return {
        "relationshipType": kind,
        "referenceType": "ENTITLEMENT",
        "entitlementId": relation["entitlementId"] or "",
    }
