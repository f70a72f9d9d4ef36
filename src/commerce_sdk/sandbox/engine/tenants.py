"""Whom a request is for, as parameters and properties of the body name it (`x-tenant`)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from commerce_sdk.sandbox.engine.operation import Json, Operation
from commerce_sdk.sandbox.engine.refusal import Refusal


def read_tenants(
    operation: Operation, values: Json, body: Any, known: Mapping[str, Collection[str]]
) -> dict[str, str]:
    """The tenants of a request, by their kind. Of a kind that is not in `known` any will do; case
    does not count.

    Raises `Refusal`: 400 where a kind may be named in several places and is named in none, 403 for
    a tenant that is not known, and where two of one kind differ.
    """
    in_body = operation.body.tenants if operation.body else {}
    found: dict[str, set[str]] = {kind: set() for kind in in_body.values()}
    named = [(each.tenant, values.get(each.name)) for each in operation.parameters]
    if isinstance(body, Mapping):
        named += [(kind, body.get(name)) for name, kind in in_body.items()]
    for kind, value in named:
        if kind is not None and value is not None:
            found.setdefault(kind, set()).add(str(value))
    return {kind: _one(kind, each, known.get(kind)) for kind, each in found.items()}


def _one(kind: str, named: set[str], known: Collection[str] | None) -> str:
    if not named:
        raise Refusal(400, "parameter_invalid", f"The request names no {kind}.")
    first, *others = {each.lower(): each for each in sorted(named)}.values()
    match = next((each for each in known or () if each.lower() == first.lower()), None)
    if others or (known is not None and match is None):
        raise Refusal(403, "tenant_forbidden", f"The {kind} is not yours.")
    return first if match is None else match
