"""What public pages print fits the document, down to the last field."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from codegen.reading.bundle import bundle
from codegen.reading.walk import schemas
from tests.conftest import ROOT
from tests.openapi import SOURCE

Node = dict[str, Any]

SAMPLES = ROOT / "tests" / "data" / "samples"
SCHEMA_OF = {
    "order-create-request": "OrderBody",
    "order-create-response": "PlacedOrder",
    "order-get-response": "Order",
}


@pytest.fixture(scope="module")
def closed() -> Node:
    """The document without room for fields that it does not describe."""
    document = copy.deepcopy(bundle(SOURCE))
    for _, schema in schemas(document):
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
    return document


def _validator(document: Node, name: str) -> Draft202012Validator:
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    return Draft202012Validator(schema, format_checker=FormatChecker())


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("order-*.json")), ids=lambda path: path.name)
def test_a_published_payload_fits(closed: Node, path: Path) -> None:
    sample = json.loads(path.read_text(encoding="utf-8"))
    if path.name == "order-create-request.jira-premium-new-site.json":
        assert sample["orderId"] == "{{$randomUUID}}"  # a placeholder of the page's author
        sample["orderId"] = "78e519c2-2277-40dd-82b2-efb08d6290ad"
    schema = SCHEMA_OF[path.name.split(".")[0]]
    assert [error.message for error in _validator(closed, schema).iter_errors(sample)] == []


@pytest.mark.parametrize(
    "extra",
    [
        ("transactionAccount",),
        ("metadata",),
        ("items", 0, "parentEntitlementId"),
        ("items", 0, "featureOverrides"),
        ("items", 0, "updatedDate"),
        ("items", 1, "optedUsageOptions", "purchaseMetadata"),
    ],
    ids=lambda path: str(path[-1]),
)
def test_only_the_description_of_a_field_makes_room_for_it(
    closed: Node, extra: tuple[str | int, ...]
) -> None:
    sample = json.loads((SAMPLES / "order-get-response.v2.json").read_text(encoding="utf-8"))
    holder = sample
    for step in extra[:-1]:
        holder = holder[step]
    holder["brandNew"] = holder.pop(extra[-1])
    assert not _validator(closed, "Order").is_valid(sample)


ID = "78e519c2-2277-40dd-82b2-efb08d6290ad"
ITEMS = [{"type": "CREATION_ORDER", "itemId": "O1", "offeringId": ID}]
QUOTE = {"id": ID, "version": 2}


@pytest.mark.parametrize(
    ("body", "fits"),
    [
        ({"orderId": ID, "items": ITEMS}, ["OrderRequest"]),
        ({"orderId": ID, "items": ITEMS, "source": "ORDER_ITEMS"}, ["OrderRequest"]),
        ({"orderId": ID, "quote": QUOTE, "source": "QUOTE"}, ["QuoteOrderRequest"]),
        ({"orderId": ID, "items": ITEMS, "quote": QUOTE}, ["OrderRequest"]),
        ({"orderId": ID, "items": ITEMS, "source": "QUOTE"}, []),
        ({"items": ITEMS}, []),
    ],
)
def test_a_body_is_of_one_kind_at_most(body: Node, fits: list[str]) -> None:
    document = bundle(SOURCE)
    kinds = ("OrderRequest", "QuoteOrderRequest")
    assert [kind for kind in kinds if _validator(document, kind).is_valid(body)] == fits
    assert _validator(document, "OrderBody").is_valid(body) == (len(fits) == 1)
