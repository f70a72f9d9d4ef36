"""The parts of a document behind their references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

METHODS = ("get", "put", "post", "delete", "patch")


def operations(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every operation, with its path and method."""
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def resolved(document: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    """A part, or what it refers to."""
    while "$ref" in part:
        target: Any = document
        for step in part["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        part = target
    return part


def content(document: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema of each content type of a body or an answer."""
    media: Mapping[str, Any] = resolved(document, part).get("content", {})
    return {kind: each.get("schema", {}) for kind, each in media.items()}


def is_json(kind: str) -> bool:
    """Is a content type JSON, as far as its name says? One that says nothing passes for it."""
    name = kind.partition(";")[0].strip().lower()
    return name in ("application/json", "*/*") or name.endswith("+json")
