"""What public pages print fits the documents, down to the last field."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from codegen.reading.bundle import bundle
from codegen.reading.walk import schemas
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk_api.admin import models
from tests.conftest import ROOT
from tests.openapi import SOURCE

Node = dict[str, Any]

SAMPLES = ROOT / "tests" / "data" / "samples"
SCHEMA_OF = {
    "order-create-request": "OrderBody",
    "order-create-response": "PlacedOrder",
    "order-get-response": "Order",
}
ADMIN_SCHEMA_OF = {
    "admin-product-entitlements-response": "ProductEntitlements",
    "admin-provision-app-request": "ProvisionAppInput",
    "admin-provision-product-request": "ProvisionProductsInput",
    "admin-provision-response": "ProvisioningAnswer",
    "admin-provisioning-status-response": "ProvisioningStatusAnswer",
    "admin-workspaces-request": "WorkspaceSearchInput",
    "admin-workspaces-response": "WorkspacePage",
}


@pytest.fixture(scope="module")
def closed() -> Node:
    return _closed(SOURCE)


@pytest.fixture(scope="module")
def closed_admin() -> Node:
    return _closed(ROOT / "openapi" / "admin.yaml")


def _closed(source: Path) -> Node:
    """The document without room for fields that it does not describe."""
    document = copy.deepcopy(bundle(source))
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


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("admin-*.json")), ids=lambda path: path.name)
def test_a_published_payload_of_the_administration_fits(closed_admin: Node, path: Path) -> None:
    sample = json.loads(path.read_text(encoding="utf-8"))
    schema = ADMIN_SCHEMA_OF[path.name.split(".")[0]]
    assert [error.message for error in _validator(closed_admin, schema).iter_errors(sample)] == []


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("admin-*.json")), ids=lambda path: path.name)
def test_no_field_of_it_fits_by_another_name(closed_admin: Node, path: Path) -> None:
    sample = json.loads(path.read_text(encoding="utf-8"))
    schema = _validator(closed_admin, ADMIN_SCHEMA_OF[path.name.split(".")[0]])
    renamed = 0
    for holder in _objects(sample):
        for name in list(holder):
            holder["brandNew"] = holder.pop(name)
            assert not schema.is_valid(sample), name
            holder[name] = holder.pop("brandNew")
            renamed += 1
    assert renamed >= 2


def _objects(node: Any) -> Iterator[Node]:
    if isinstance(node, dict):
        yield node
    for inner in (
        node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    ):
        yield from _objects(inner)


def test_what_is_answered_is_read_and_written_as_it_came() -> None:
    for name, model in {
        "admin-product-entitlements-response": models.ProductEntitlements,
        "admin-provision-response": models.ProvisioningAnswer,
        "admin-provisioning-status-response": models.ProvisioningStatusAnswer,
        "admin-workspaces-response.partial": models.WorkspacePage,
    }.items():
        sample = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
        assert model.from_dict(sample).to_dict() == sample, name


OFFERINGS = [models.ProvisionedOfferingInput(id="39605741-b92f-4763-8229-7bba2d16433c")]
OF_A_SITE = [models.ProvisionedOfferingInput(id=OFFERINGS[0].id, location="us")]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        (
            "admin-provision-product-request.new-site",
            models.ProvisionProductsInput(
                offerings=OF_A_SITE,
                parameters=models.ProvisionProductsParametersInput(
                    admin_email="<admin-email>", name="acme-2", timezone="Australia/Sydney"
                ),
            ),
        ),
        (
            "admin-provision-product-request.existing-site",
            models.ProvisionProductsInput(
                offerings=OF_A_SITE,
                parameters=models.ProvisionProductsParametersInput(
                    admin_email="<admin-email>", name="acme"
                ),
            ),
        ),
        (
            "admin-provision-app-request",
            models.ProvisionAppInput(
                offerings=OFFERINGS,
                parameters=models.ProvisionAppParametersInput(
                    admin_email="<admin-email>", app_key="<app-key>"
                ),
            ),
        ),
        (
            "admin-workspaces-request",
            models.WorkspaceSearchInput(
                query=models.WorkspaceQuery(
                    field=models.WorkspaceField(name="attributes.name", values=["acme"])
                )
            ),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_published_request_is_what_its_model_sends(name: str, body: RequestModel) -> None:
    sample = json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))
    assert body.to_dict() == sample


def _within(query: Node, depth: int) -> Node:
    return {"and": [{"features": ["a"]}, _within(query, depth - 1)]} if depth else query


@pytest.mark.parametrize("depth", range(4))
@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ({"field": {"name": "attributes.name", "values": ["acme"]}}, True),
        ({"searchWorkspaces": "acme", "value": "acme"}, True),
        ({"policies": ["a"]}, True),
        ({"field": {"name": "attributes.name"}}, False),
        ({"field": {"name": "attributes.name", "values": []}}, False),
        ({"nor": [{"policies": ["a"]}]}, False),
        ({}, False),
    ],
)
def test_queries_hold_queries(closed_admin: Node, query: Node, fits: bool, depth: int) -> None:
    body = {"query": _within(query, depth)}
    assert _validator(closed_admin, "WorkspaceSearchInput").is_valid(body) == fits


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
