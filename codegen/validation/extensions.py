"""The rules of what our extensions say of an operation: that it fits what stands around it."""

from collections.abc import Iterator
from typing import Any

from codegen.reading.problem import Problem
from codegen.reading.rate_limits import KEY, TAG, bucket_of, tiers_of, windows
from codegen.reading.walk import Node, join, media_schemas, operations, resolve, schemas, types
from codegen.schemas.unions import branches

MEASURES = ("x-money", "x-timestamp", "x-number")
"""What says what a number measures."""


def measures(document: Node) -> Iterator[Problem]:
    for place, schema in schemas(document):
        found = [key for key in MEASURES if key in schema]
        numeric = {"integer", "number"} & set(types(schema))
        if found == ["x-money"] and set(types(schema)) - {"null"} == {"string"}:
            continue  # an amount as decimal text
        if len(found) > 1:
            do = f"give it exactly one of {', '.join(MEASURES)}"
            yield Problem(place, f"a number with {' and '.join(found)}", do)
        elif found and not numeric:
            yield Problem(place, f"{found[0]} on what is no number", "remove it")
        elif "x-timestamp" in schema and (numeric, schema.get("format")) != ({"integer"}, "int64"):
            yield Problem(place, "epoch milliseconds that are not int64", "make it integer, int64")


def retries(document: Node) -> Iterator[Problem]:
    known = {
        operation.node.get("operationId"): operation.node.get("x-retry", {}).get("class")
        for operation in operations(document)
    }
    for place, node in operations(document):
        retry = node.get("x-retry", {})
        spot = join(place, "x-retry")
        if retry.get("class") == "safe" and "read-back" in retry:
            yield Problem(spot, "a safe operation needs no read-back", "remove it")
        if "read-back" in retry and retry["read-back"] not in known:
            what = f"read-back names no operation ({retry['read-back']})"
            yield Problem(spot, what, "name an operationId")
        elif "read-back" in retry and known[retry["read-back"]] != "safe":
            what = f"read-back names an operation that is not safe ({retry['read-back']})"
            yield Problem(spot, what, "name one that changes nothing")
        if "key" in retry:
            yield from _key(document, node, retry, spot)


def _key(document: Node, node: Node, retry: Node, spot: str) -> Iterator[Problem]:
    """Has every body the key? One that only marks what is made may be left out, and then is not
    looked for; of JSON:API it is an attribute."""
    key, is_keyed = retry["key"], retry.get("class") == "keyed"
    body = resolve(document, node.get("requestBody", {}))
    bodies = [
        resolve(document, variant)
        for schema in media_schemas(body)
        for resolved in (resolve(document, schema),)
        for variant in branches(resolved) or [resolved]
    ]
    if is_keyed:
        for each in bodies:
            if key not in each.get("required", []):
                what = f"key {key} is not required in the body"
                yield Problem(
                    spot, what, "name a field that every body has; else write class: never"
                )
    elif not bodies or not all(_holds(document, each, key) for each in bodies):
        do = "name one that marks what is made, or leave key out"
        yield Problem(spot, f"key {key} is no field of the body", do)


def _holds(document: Node, body: Node, key: str) -> bool:
    attributes = body
    for step in ("data", "attributes"):
        attributes = resolve(document, attributes.get("properties", {}).get(step, {}))
    return any(key in each.get("properties", {}) for each in (body, attributes))


def limits(document: Node) -> Iterator[Problem]:
    known: dict[str, tuple[str, list[tuple[Any, ...]]]] = {}
    told = set()
    for place, node in operations(document):
        spot = join(place, KEY)
        for bucket, found in windows(node).items():
            if TAG in bucket:
                what = f"bucket {bucket} of an operation that has no tag to fill it with"
                do = f"give the operation one, or write what {TAG} stands for"
                yield Problem(spot, what, do)
                continue
            scopes = sorted({str(scope) for _, _, scope, _ in found})
            if len(scopes) > 1 and bucket not in told:
                told.add(bucket)
                what = f"bucket {bucket} counts by several scopes ({', '.join(scopes)})"
                yield Problem(spot, what, "name one of them in all its windows")
            first, others = known.setdefault(bucket, (spot, found))
            if found != others and bucket not in told:
                told.add(bucket)
                what = f"bucket {bucket} has other windows than at {first}"
                yield Problem(spot, what, "give it the same everywhere, or another name")


def tiers(document: Node) -> Iterator[Problem]:
    """Limits of one tier say nothing of the others; the tier that comes first is the usual one."""
    known, told = tiers_of(document), set()
    for place, node in operations(document):
        spot = join(place, KEY)
        by_bucket: dict[str, list[str]] = {}
        named = [each.get("tier") for each in node.get(KEY, ())]
        for tier in known if named and None not in named else ():
            if tier not in named:
                others = " and ".join(each for each in known if each in named)
                do = f"write those of {tier}, or one of all tiers, which names none"
                yield Problem(spot, f"limits of {others}, and none of the tier {tier}", do)
        for each in node.get(KEY, ()):
            if "tier" in each:
                bucket = bucket_of(each, node.get("operationId", ""))
                by_bucket.setdefault(bucket, []).append(each["tier"])
        for bucket, found in by_bucket.items():
            order = [*dict.fromkeys(found)]
            usual = [each for each in known if each in order]
            if order != usual and bucket not in told:
                told.add(bucket)
                what = f"bucket {bucket} names its tiers as {', '.join(order)}"
                do = f"write them as {', '.join(usual)}, the order in which they come elsewhere"
                yield Problem(spot, what, do)
