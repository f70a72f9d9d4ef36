"""Pairs of documents that differ in one thing, and what a caller has of it.

An edit is a mapping from a place to what stands there, in words: `Lot .name type` is the type of
the property `name` of the schema `Lot`, `list_lots (word) schema` the schema of a parameter of that
operation, `document servers` what it says. `+` adds to a list; `GONE` takes away.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

Node = dict[str, Any]
Edit = Mapping[str, Any]
GONE = object()
BREAKS, SHOWN, NOTHING = "breaks", "is shown", "is nothing"
BASE: Node = YAML(typ="safe").load(Path(__file__).with_name("lots.yaml"))


class Verdict(NamedTuple):
    """What a change is, where it stands, and a piece of what is said of it."""

    is_: str
    place: str = ""
    words: str = ""


class Pair(NamedTuple):
    """A change from `old` to `new`, and the reason for its verdict."""

    why: str
    old: Edit
    new: Edit
    verdict: Verdict


def breaks(place: str, words: str) -> Verdict:
    return Verdict(BREAKS, place, words)


def shown(place: str, words: str) -> Verdict:
    return Verdict(SHOWN, place, words)


nothing = Verdict(NOTHING)


def both(
    why: str, edit: Edit, there: Verdict, back: Verdict, old: Edit | None = None
) -> Iterator[Pair]:
    """A change and the way back; from the base document, where it says nothing else."""
    old = old or {}
    yield Pair(why, old, {**old, **edit}, there)
    yield Pair(f"back: {why}", {**old, **edit}, old, back)


def answer(schema: object, kind: str = "application/json") -> Node:
    """An answer with a body."""
    return {"description": "It.", "content": {kind: {"schema": schema}}}


def edited(edit: Edit) -> Node:
    """The base document with an edit."""
    document = copy.deepcopy(BASE)
    for place, value in edit.items():
        _put(document, place.split(" "), copy.deepcopy(value) if value is not GONE else value)
    return document


def _put(document: Node, steps: list[str], value: Any) -> None:
    node: Any = _root(document, steps[0])
    for step in steps[1:-1]:
        node = _step(node, step)
    last = steps[-1]
    if last == "+":
        node.append(value)
        return
    if last[0] == "(":
        node, last = node["parameters"], _index(node, last)
    elif last[0] == ".":
        node, last = node.setdefault("properties", {}), last[1:]
    if value is GONE:
        del node[last]
    else:
        node[last] = value


def _root(document: Node, name: str) -> Any:
    if name == "document":
        return document
    schemas = document["components"]["schemas"]
    if name == "schemas" or name in schemas:
        return schemas.get(name, schemas)
    for item in document["paths"].values():
        for operation in item.values():
            if operation["operationId"] == name:
                return operation
    raise KeyError(name)


def _step(node: Any, step: str) -> Any:
    if step[0] == "(":
        return node["parameters"][_index(node, step)]
    if step[0] == ".":
        return node["properties"][step[1:]]
    return node[int(step)] if isinstance(node, list) else node.setdefault(step, {})


def _index(node: Node, step: str) -> int:
    return next(n for n, each in enumerate(node["parameters"]) if each["name"] == step[1:-1])
