"""Hooks of Schemathesis: they lead part of the made-up requests to what a sandbox really has.

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
PATTERNS = {
    "uuid": "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
    "date": "^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$",
}
QUERIES = {"and", "field", "searchWorkspaces", "features", "policies"}
_seen: Counter[str] = Counter()


@schemathesis.hook
def before_load_schema(context: HookContext, raw_schema: dict[str, Any]) -> None:
    """Formats as keywords that bind: to Schemathesis the format of what may be null is a remark."""
    for schema in _schemas(raw_schema):
        kind = schema.get("format")
        if kind in PATTERNS:
            schema["pattern"] = PATTERNS[kind]
        elif kind in ("int32", "int64"):
            limit = 1 << (int(kind[3:]) - 1)
            schema["minimum"] = max(schema.get("minimum", -limit), -limit)
            schema["maximum"] = min(schema.get("maximum", limit - 1), limit - 1)


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
    definition = case.operation.definition.raw
    operation = definition["operationId"]
    number = _seen[operation]
    _seen[operation] += 1
    _name_account(case, always=number % 5 != 4)
    if number % 2:
        _lead(operation, case, number // 2)
    if operation.endswith(("pricing_plan", "pricing_change")) and isinstance(case.body, dict):
        _make_sense(case.body, number)
    _keep_to_values(operation, case, number)
    if fields := KNOWN.get("fields", {}).get(operation):
        _name_fields(case.body, fields[number % len(fields)])
    paging = definition.get("x-pagination", [])
    for way in paging if isinstance(paging, list) else [paging]:
        _keep_in_list(operation, way, case)


def _name_account(case: Case[Any], *, always: bool) -> None:
    """The account that the sandbox knows; else only where none was made up."""
    for parameter in case.operation.iter_parameters():
        where: Any = case.headers if parameter.location == "header" else case.query
        account = KNOWN["accounts"].get(parameter.definition.get("x-tenant"))
        if account and where is not None and (always or not where.get(parameter.name)):
            where[parameter.name] = account
    if always and isinstance(case.body, dict) and "transactionAccountId" in case.body:
        case.body["transactionAccountId"] = KNOWN["accounts"]["transaction"]


def _lead(operation: str, case: Case[Any], number: int) -> None:
    """To something that the sandbox knows, and to what it can make sense of."""
    places = KNOWN["places"].get(operation)
    if places:
        place = places[number % len(places)]
        case.path_parameters.update(place.get("path", {}))
        case.query = {**(case.query or {}), **place.get("query", {})}
        case.headers.update(place.get("headers", {}))
        if "body" in place:
            case.body = {**case.body, **place["body"]}
    body: Any = case.body
    if not isinstance(body, dict):
        return
    if "quote" in body:
        body["quote"] |= KNOWN["quote"]
    for place_in_list, item in enumerate(body.get("items") or [], 1):
        if "itemId" in item:
            item["itemId"] = f"O{place_in_list}"


def _make_sense(body: dict[str, Any], number: int) -> None:
    """Of what writes prices: texts that the document leaves open, and an offering that exists."""
    body.pop("id", None)
    body.pop("version", None)
    if "offeringId" in body or "changes" in body:
        body["offeringId"] = KNOWN["offering"]
    if "currency" in body:
        body["currency"] = ("USD", "JPY")[number % 2]
    for item in body.get("items") or ():
        item["chargeType"] = "LICENSED"
        item["tiersMode"] = "VOLUME"
        item["chargeElementAggregationType"] = "SUM"


def _keep_to_values(operation: str, case: Case[Any], number: int) -> None:
    """To what the words of a document say of fields, and its keywords do not: values of those that
    are there, and what a body needs."""
    if isinstance(case.body, dict):
        needed = KNOWN.get("needed", {}).get(operation, {})
        values = KNOWN.get("values", {}).get(operation, {})
        fit = {name: each[number % len(each)] for name, each in values.items() if name in case.body}
        case.body = {**case.body, **fit, **needed}


def _name_fields(part: Any, field: str) -> None:
    """Of what searches: a field that there is, and one kind of query at least."""
    for each in part if isinstance(part, list) else [part] if isinstance(part, dict) else ():
        if isinstance(each.get("field"), dict):
            each["field"]["name"] = field
        elif isinstance(each.get("field"), str):
            each["field"] = field
        for query in [each.get("query"), *(each.get("and") or ())]:
            if query is not None and not QUERIES & query.keys():
                query["searchWorkspaces"] = ""
        for name in ("query", "and", "sort"):
            _name_fields(each.get(name), field)


def _keep_in_list(operation: str, way: dict[str, Any], case: Case[Any]) -> None:
    """To pages that are there: cursors that were handed out, sizes that are given."""
    in_body = way["strategy"] == "body-cursor"
    asked: dict[str, Any] = dict((case.body if in_body else case.query) or {})
    size = way.get("size")
    if way["strategy"] in ("cursor", "body-cursor"):
        cursors = KNOWN["cursors"].get(operation, [])
        if operation in KNOWN.get("alone", ()) and asked.get(way["cursor"]) in cursors:
            asked = {way["cursor"]: asked[way["cursor"]]}
        filters = set(asked) - {size, way["cursor"]}
        if asked.get(way["cursor"]) not in cursors or filters:
            asked.pop(way["cursor"], None)
    if size in asked:
        asked[size] = int(asked[size]) % 100 + 1
    if in_body:
        case.body = asked
    else:
        case.query = asked
