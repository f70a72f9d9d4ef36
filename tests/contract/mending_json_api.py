"""Hooks of Schemathesis for a JSON:API platform: they lead the made-up requests that are meant to be
right to resources, relationships and attributes that there are, which no document can say."""

from __future__ import annotations

import json
import os
from collections import Counter
from typing import Any

import schemathesis
from schemathesis import Case, HookContext

KNOWN = json.loads(os.environ["CONTRACT_KNOWN"])
_seen: Counter[str] = Counter()


@schemathesis.hook
def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    operation = case.operation.definition.raw["operationId"]
    number = _seen[operation]
    _seen[operation] += 1
    case.query = _asked(dict(case.query or {}), KNOWN["answered"].get(operation), number)
    ids = KNOWN["paths"].get(operation, ())
    if ids:
        case.path_parameters["id"] = ids[number % len(ids)]
    if isinstance(case.body, dict):
        _mend(case, operation, number)


def _asked(query: dict[str, Any], about: dict[str, Any] | None, number: int) -> dict[str, Any]:
    """The same parameters, with names that the type of the answer has."""
    names = {name.partition("[q]")[0].partition("[")[0] for name in query}
    kept = {name: each for name, each in query.items() if name.startswith("page[")}
    if about is None:
        return kept
    fit: dict[str, Any] = {}
    if "include" in names and about["links"]:
        fit["include"] = about["links"][number % len(about["links"])]
    if "sort" in names:
        fit["sort"] = ["created_at", "-updated_at,id"][number % 2]
    if "fields" in names:
        fit[f"fields[{about['type']}]"] = about["fields"][number % len(about["fields"])]
    if "filter" in names:
        fit[("filter[q][reference_null]", "filter[q][id_gt]")[number % 2]] = "1"
    return kept | fit


def _mend(case: Case[Any], operation: str, number: int) -> None:
    """Nothing that the type has no place for; ids of what there is; values that make sense."""
    data, given = case.body["data"], KNOWN["given"][operation]
    kept: dict[str, Any] = {
        part: {name: each for name, each in data[part].items() if name in given[part]}
        for part in ("attributes", "relationships")
        if given.get(part) and part in data
    }
    if "id" in case.path_parameters:
        kept["id"] = case.path_parameters["id"]
    for link in kept.get("relationships", {}).values():
        for one in link["data"] if isinstance(link["data"], list) else [link["data"] or {}]:
            one |= {"id": KNOWN["ids"][one["type"]]} if one else {}
    attributes = kept.get("attributes", {})
    for name, value in attributes.items():
        if values := KNOWN["values"].get(operation, {}).get(name):
            fit = values[number % len(values)]
            attributes[name] = fit.format(number) if isinstance(fit, str) else fit
        elif isinstance(value, str) and not value.strip():
            attributes[name] = "a"
    case.body = {"data": {"type": data["type"], **kept}}
