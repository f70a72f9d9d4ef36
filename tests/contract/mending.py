"""Hooks of Schemathesis: they lead part of the made-up requests to what the sandbox really has.

Only requests that are meant to be right are touched. What a right request needs beyond its shape
(an account that exists, a cursor that was handed out, a quote at its present version) no document
can say; without it hardly a request would get past the first refusal.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

import schemathesis
from schemathesis import Case, HookContext

KNOWN = json.loads(os.environ["CONTRACT_KNOWN"])
UUID = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
_seen: Counter[str] = Counter()


@schemathesis.hook
def before_load_schema(context: HookContext, raw_schema: dict[str, Any]) -> None:
    """Formats as keywords that bind: to Schemathesis the format of what may be null is a remark."""
    for schema in _schemas(raw_schema):
        kind = schema.get("format")
        if kind == "uuid":
            schema["pattern"] = UUID
        elif kind in ("int32", "int64"):
            limit = 1 << (int(kind[3:]) - 1)
            schema["minimum"], schema["maximum"] = -limit, limit - 1


def _schemas(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "type" in part and isinstance(part.get("format"), str):
            yield part
        for name, entry in part.items():
            if name not in ("example", "examples"):
                yield from _schemas(entry)
    elif isinstance(part, list):
        for entry in part:
            yield from _schemas(entry)


@schemathesis.hook
def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    operation = case.operation.definition.raw["operationId"]
    number = _seen[operation]
    _seen[operation] += 1
    if number % 5 != 4 or not (case.headers or {}).get("X-transaction-account"):
        _name_account(case)
    if number % 2:
        _lead(operation, case, number // 2)
    if operation == "list_orders":
        _keep_in_list(case)


def _name_account(case: Case[Any]) -> None:
    case.headers["X-transaction-account"] = KNOWN["account"]
    if isinstance(case.body, dict) and "transactionAccountId" in case.body:
        case.body["transactionAccountId"] = KNOWN["account"]


def _lead(operation: str, case: Case[Any], number: int) -> None:
    """To an order, an item, a quote or a page that the sandbox knows."""
    order = KNOWN["orders"][number % len(KNOWN["orders"])]
    if operation in ("get_order", "get_order_status"):
        case.path_parameters["id"] = order
    elif operation == "get_order_item":
        case.path_parameters.update(orderId=order, orderItemId=f"{order}-1")
    elif operation == "list_orders":
        case.query = {"start-id": order}
    else:
        body: Any = case.body
        if "quote" in body:
            body["quote"] |= KNOWN["quote"]
        for place, item in enumerate(body.get("items") or [], 1):
            item["itemId"] = f"O{place}"


def _keep_in_list(case: Case[Any]) -> None:
    query = dict(case.query or {})
    if query.get("start-id") not in KNOWN["orders"] or "invoice-group" in query:
        query.pop("start-id", None)
    if "page-size" in query:
        query["page-size"] = int(query["page-size"]) % 100 + 1
    case.query = query
