"""Each amount and each instant of the document has the unit that is known of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.support.facts import DOCUMENT, pairs

UNITS: Mapping[str, str] = json.loads(
    (ROOT / "tests" / "data" / "commerce-api-units.json").read_text(encoding="utf-8")
)["units"]
NAMES = pairs("answers") | pairs("requests")
SCHEMAS = DOCUMENT["components"]["schemas"]
COMPARED = {unit for unit in UNITS if unit.partition(".")[0] in NAMES}


def unit_of(schema: str, field: str) -> str | None:
    entry: Mapping[str, Any] = SCHEMAS[schema]["properties"][field]
    return next(
        (f"{key}: {entry[key]}" for key in ("x-money", "x-timestamp") if key in entry), None
    )


@pytest.mark.parametrize("name", sorted(COMPARED))
def test_a_unit_that_is_known_is_in_the_document(name: str) -> None:
    schema, _, field = name.partition(".")
    assert unit_of(NAMES[schema], field) == UNITS[name]


def test_no_amount_has_a_unit_that_is_not_known() -> None:
    known = {(NAMES[name.partition(".")[0]], name.partition(".")[2]) for name in COMPARED}
    ours = {
        (schema, field)
        for schema, node in SCHEMAS.items()
        for field, entry in node.get("properties", {}).items()
        if "x-money" in entry
    }
    assert ours <= known
    # What stands behind no reference of the facts is written out where it is used.
    assert len(UNITS) - len(COMPARED) <= 5
