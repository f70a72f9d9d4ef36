"""The rules of what our extensions say of an operation: that it fits what stands around it."""

from collections.abc import Iterator

from problem import Problem
from walk import Node, join, media_schemas, operations, resolve


def retries(document: Node) -> Iterator[Problem]:
    known = {operation.node.get("operationId") for operation in operations(document)}
    for place, node in operations(document):
        retry = node.get("x-retry", {})
        spot = join(place, "x-retry")
        if retry.get("class") == "safe" and "read-back" in retry:
            yield Problem(spot, "a safe operation needs no read-back", "remove it")
        if "read-back" in retry and retry["read-back"] not in known:
            what = f"read-back names no operation ({retry['read-back']})"
            yield Problem(spot, what, "name an operationId")
        if "key" in retry:
            body = resolve(document, node.get("requestBody", {}))
            for schema in media_schemas(body):
                resolved = resolve(document, schema)
                for variant in resolved.get("oneOf", [resolved]):
                    if retry["key"] not in resolve(document, variant).get("required", []):
                        what = f"key {retry['key']} is not required in the body"
                        yield Problem(spot, what, "name a field that every body has")


def limits(document: Node) -> Iterator[Problem]:
    for place, node in operations(document):
        scopes = {limit.get("scope") for limit in node.get("x-rate-limit", [])}
        if len(scopes) > 1:
            what = f"counts by several scopes ({', '.join(sorted(map(str, scopes)))})"
            yield Problem(join(place, "x-rate-limit"), what, "name one of them in all windows")
