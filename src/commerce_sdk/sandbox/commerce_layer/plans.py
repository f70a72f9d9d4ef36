"""What the plan of an organization allows, and how much of it is used."""

from __future__ import annotations

from commerce_sdk.sandbox.commerce_layer.records import Record
from commerce_sdk.sandbox.commerce_layer.rules import Estate
from commerce_sdk.sandbox.commerce_layer.tables import Table
from commerce_sdk.sandbox.commerce_layer.writing import Given
from commerce_sdk.sandbox.engine.refusal import Problem


def overdrawn(estate: Estate, table: Table, given: Given) -> list[Problem]:
    """What says that one more of a type is more than the plan has."""
    most = estate.plan.get(table.type)
    organization = estate.store.find("organizations", given.ones.get("organization"))
    if most is None or _used(estate, table.type, organization) < most:
        return []
    words = f"the plan has {most} {table.type.replace('_', ' ')}, which are all used"
    return [Problem(words, "VALIDATION_ERROR", field="data", title="limit reached")]


def account(estate: Estate) -> None:
    """Write into every organization how much of its plan is used."""
    for organization in estate.store.all("organizations"):
        organization.attributes["subscription_info"] = {
            "plan_type": "growth",
            "limits": dict(estate.plan),
            "totals": {type: _used(estate, type, organization) for type in estate.plan},
        }


def _used(estate: Estate, type: str, organization: Record | None) -> int:
    """Organizations count over all, the rest within their own."""
    relationships = estate.store.tables["organizations"].relationships
    if organization is not None and type in relationships:
        return len(estate.store.related(organization, type))
    return len(estate.store.all(type))
