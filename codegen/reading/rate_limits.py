"""Which calls count together (`x-rate-limit`), by what a document says as a whole and of each
operation."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from codegen.reading.walk import METHODS, operations

KEY = "x-rate-limit"
ALL = "all"
TAG = "{tag}"
"""In the name of a bucket: the tag of the operation, each of which then has one of its own."""


def merge_limits(document: dict[str, Any]) -> None:
    """Add to each operation the windows that the document publishes over all operations, or over
    those of its method; each with its bucket, which is `all` or the method where it names none, and
    has the operation's tag where it asks for that."""
    shared = document.get(KEY)
    if not isinstance(shared, Mapping):
        return
    for item in document.get("paths", {}).values():
        for method in METHODS:
            if method in item and {ALL, method} & shared.keys():
                own = item[method].get(KEY, [])
                tag = _tag_of(item[method])
                common = [*_entries(shared, ALL, tag), *_entries(shared, method, tag)]
                item[method][KEY] = [*(each for each in common if each not in own), *own]


def _entries(shared: Mapping[str, Any], name: str, tag: str) -> list[dict[str, Any]]:
    """What is no list of limits, lint says; and which operation has no tag."""
    found = shared.get(name)
    entries = found if isinstance(found, list) else []
    return [
        {**each, "bucket": _filled(each.get("bucket", name), tag)}
        for each in entries
        if isinstance(each, dict)
    ]


def _filled(bucket: Any, tag: str) -> Any:
    return bucket.replace(TAG, tag) if isinstance(bucket, str) and tag else bucket


def _tag_of(operation: Mapping[str, Any]) -> str:
    """The tag of an operation, in the signs that a bucket's name may hold; empty without one."""
    tag = next(iter(operation.get("tags", ())), "")
    return re.sub(r"[^a-z0-9]+", "_", tag.lower()).strip("_")


def bucket_of(limit: Mapping[str, Any], operation_id: str) -> str:
    """The bucket that a window counts in."""
    return str(limit.get("bucket", operation_id))


def tiers_of(document: Mapping[str, Any]) -> tuple[str, ...]:
    """The plans of customers that the windows of a document differ by, in the order in which they
    are first named: by the document as a whole, then by its operations."""
    shared = document.get(KEY)
    said = [*shared.values()] if isinstance(shared, Mapping) else []
    said += [operation.get(KEY) for _, operation in operations(document)]
    return tuple(dict.fromkeys(tier for each in said for tier in _named_tiers(each)))


def _named_tiers(said: Any) -> list[str]:
    entries = said if isinstance(said, list) else []
    found = (each.get("tier") for each in entries if isinstance(each, Mapping))
    return [tier for tier in found if isinstance(tier, str)]


def windows(operation: Mapping[str, Any]) -> dict[str, list[tuple[Any, ...]]]:
    """The windows of each bucket that an operation counts in: limit, seconds, scope and tier."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for limit in operation.get(KEY, ()):
        window = tuple(limit.get(key) for key in ("limit", "seconds", "scope", "tier"))
        found.setdefault(bucket_of(limit, operation.get("operationId", "")), []).append(window)
    return {bucket: sorted(set(each), key=str) for bucket, each in found.items()}
