"""The document says every fact that is known of the API, and nothing that is not accounted for."""

import copy
import json
import random
from typing import Any

import pytest

from bundle import SOURCE, bundle

from . import ROOT
from .facts import differences
from .mutations import DocumentSide, FactsSide, Mutation, Side, mutations

Node = dict[str, Any]

OPERATIONS = (
    "GET /v2/orders",
    "POST /v2/orders",
    "GET /v2/orders/{id}",
    "GET /v2/orders/{orderId}/orderItem/{orderItemId}",
    "POST /v2/order-intent/preview",
    "POST /v4/orders",
    "GET /v4/orders/{id}",
)
ONLY_IN_SAMPLES = "published answers hold it, the published types do not"
EXCEPTIONS = {
    "* > answer *: null is allowed for an optional field": (
        "published answers hold null for fields that the published types only call optional"
    ),
    "GET /v2/orders > query page-size: type (facts number, ours integer)": (
        "the facts come from types that know no integers; a page has no half order"
    ),
    "POST * > body > ORDER_ITEMS > source: required (facts True)": (
        "published requests never send it; it is required only where the types tell variants apart"
    ),
    "* > items > each > parentEntitlementId: not in the facts": ONLY_IN_SAMPLES,
    "* > items > each > featureOverrides: not in the facts": ONLY_IN_SAMPLES,
    "* > items > each > updatedDate: not in the facts": ONLY_IN_SAMPLES,
    "* > optedUsageOptions > purchaseMetadata: not in the facts": ONLY_IN_SAMPLES,
    "* > answer 200 > data > each > transactionAccount: not in the facts": ONLY_IN_SAMPLES,
    "* > answer 200 > data > each > metadata: not in the facts": ONLY_IN_SAMPLES,
} | {
    f"{operation} > answer {status}: not in the facts": reason
    for operation in OPERATIONS
    for status, reason in {
        "403": "the reference's general page says so of every operation",
        "429": "the reference's general page says so of every operation",
        "502": "the reference's general page says so of every operation",
        "503": "any gateway on the way can answer it",
    }.items()
}
# These have no counterpart in the facts; test_samples.py holds them against the samples.
EXCUSED = {
    ("Order", "transactionAccount"),
    ("Order", "metadata"),
    ("OrderItem", "parentEntitlementId"),
    ("OrderItem", "featureOverrides"),
    ("OrderItem", "updatedDate"),
    ("UsageOptions", "purchaseMetadata"),
}
ANSWERS_BEYOND_THE_FACTS = {"403", "429", "502", "503"}


@pytest.fixture(scope="module")
def document() -> Node:
    return bundle(SOURCE)


@pytest.fixture(scope="module")
def facts() -> Node:
    return _load_facts()


def _load_facts() -> Node:
    text = (ROOT / "tests" / "data" / "commerce-api-facts.json").read_text(encoding="utf-8")
    loaded: Node = json.loads(text)
    return loaded


def test_every_fact_of_the_orders_is_in_the_document(document: Node, facts: Node) -> None:
    assert differences(document, facts, OPERATIONS, EXCEPTIONS) == []


def test_the_orders_are_all_operations_on_orders(document: Node, facts: Node) -> None:
    known = {name for name in facts["operations"] if "/orders" in name or "/order-intent" in name}
    ours = {
        f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item
    }
    assert known == set(OPERATIONS) <= ours


def test_an_exception_needs_a_use_and_a_reason(document: Node, facts: Node) -> None:
    exceptions = {**EXCEPTIONS, "GET /v2/orders: rate limit*": "never so", "* > body*": " "}
    assert differences(document, facts, OPERATIONS, exceptions) == [
        "exception never needed: GET /v2/orders: rate limit*",
        "exception without a reason: * > body*",
    ]


def _chosen(root: Node, side: Side) -> list[Mutation]:
    return random.Random(20250101).sample(mutations(root, side, OPERATIONS), 50)


FACTS_CHANGED = _chosen(_load_facts(), FactsSide())
DOCUMENT_CHANGED = _chosen(bundle(SOURCE), DocumentSide(EXCUSED, ANSWERS_BEYOND_THE_FACTS))


@pytest.mark.parametrize("mutation", FACTS_CHANGED, ids=lambda m: m.what)
def test_a_changed_fact_is_seen(document: Node, facts: Node, mutation: Mutation) -> None:
    changed = copy.deepcopy(facts)
    mutation.apply(changed)
    assert differences(document, changed, OPERATIONS, EXCEPTIONS)


@pytest.mark.parametrize("mutation", DOCUMENT_CHANGED, ids=lambda m: m.what)
def test_a_changed_document_is_seen(document: Node, facts: Node, mutation: Mutation) -> None:
    changed = copy.deepcopy(document)
    mutation.apply(changed)
    assert differences(changed, facts, OPERATIONS, EXCEPTIONS)
