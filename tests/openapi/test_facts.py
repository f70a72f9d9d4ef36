"""The document says every fact that is known of the API, and nothing that is not accounted for."""

import copy
import json
import random
from typing import Any

import pytest

from codegen.reading.bundle import bundle
from tests.conftest import ROOT
from tests.openapi import SOURCE
from tests.openapi.facts import differences
from tests.openapi.mutations import DocumentSide, FactsSide, Mutation, Side, mutations

Node = dict[str, Any]

FACTS = json.loads(
    (ROOT / "tests" / "data" / "commerce-api-facts.json").read_text(encoding="utf-8")
)
OPERATIONS = tuple(FACTS["operations"])
BEYOND_THE_FACTS: dict[str, str] = {
    # By method and path, as the facts name theirs.
}
"""Operations that the document has and the facts do not, each with its reason."""

ONLY_IN_SAMPLES = "published answers hold it, the published types do not"
_COHORT = (
    "GET /v2/pricing-changes/{pricingChangeId} > answer 200 > changes > each > migrate"
    " > destinations > each > cohort > type"
)
_ARTEFACT = (
    "the collected tables call the answer's own literal an artefact; it is made from a cohort whose"
    " type is optional, and can be DEFAULT"
)
EXCEPTIONS = {
    "* > answer *: null is allowed for an optional field": (
        "published answers hold null for fields that the published types only call optional"
    ),
    "* > query page-size: type (facts number, ours integer)": (
        "the facts come from types that know no integers; a page has no half entry"
    ),
    "POST * > body > ORDER_ITEMS > source: required (facts True)": (
        "published requests never send it; it is required only where the types tell variants apart"
    ),
    "GET /v2/invoices > answer 400 > errorDetails: type (facts union, ours object)": (
        "its two shapes have no mark that tells them apart; one object has the fields of both"
    ),
    "PUT /v2/pricing-plans/{id} > answer 200 > activatedWithReason: enum (facts"
    " ['ADVANTAGE_PRICING', 'DEFAULT_PRICING', 'EXPERIMENTAL_PRICING'], ours ['ADVANTAGE_PRICING',"
    " 'DEFAULT_PRICING', 'EARLY_ACCESS_PRICING', 'EXPERIMENTAL_PRICING'])": (
        "the answer to a write has a reason less than the answer to a read of the same plan"
    ),
    "PUT /v2/pricing-changes/{pricingChangeId}/execute > body: required *": (
        "the collected tables call the body optional; the facts for machines do not say it of any"
    ),
    f"{_COHORT}: required (facts True)": _ARTEFACT,
    f"{_COHORT}: enum (facts ['SUBSCRIPTIONS_BY_TIER'], ours ['DEFAULT', 'SUBSCRIPTIONS_BY_TIER'])": (
        _ARTEFACT
    ),
    "* > items > each > parentEntitlementId: not in the facts": ONLY_IN_SAMPLES,
    "* > items > each > featureOverrides: not in the facts": ONLY_IN_SAMPLES,
    "* > items > each > updatedDate: not in the facts": ONLY_IN_SAMPLES,
    "* > optedUsageOptions > purchaseMetadata: not in the facts": ONLY_IN_SAMPLES,
    "GET /v2/orders/{id} > answer 200 > transactionAccount: not in the facts": ONLY_IN_SAMPLES,
    "GET /v2/orders/{id} > answer 200 > metadata: not in the facts": ONLY_IN_SAMPLES,
} | {
    f"{operation} > answer {status}: not in the facts": reason
    for operation in OPERATIONS
    for status, reason in {
        "401": "the reference's general page says so of every operation",
        "403": "the reference's general page says so of every operation",
        "429": "the reference's general page says so of every operation",
        "502": "the reference's general page says so of every operation",
        "503": "any gateway on the way can answer it",
    }.items()
    if status not in FACTS["operations"][operation]["responses"]
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
# Two objects that nothing tells apart are one object with no required field.
OF_UNION = {
    ("Ar_GenericErrorDetails", "reason"),
    ("Ar_ValidationErrorDetails", "validationErrors"),
}
ANSWERS_BEYOND_THE_FACTS = {"401", "403", "429", "502", "503"}


@pytest.fixture(scope="module")
def document() -> Node:
    return bundle(SOURCE)


@pytest.fixture(scope="module")
def facts() -> Node:
    return FACTS


def test_every_fact_is_in_the_document(document: Node, facts: Node) -> None:
    assert differences(document, facts, OPERATIONS, EXCEPTIONS) == []


def test_the_document_has_no_operation_that_is_not_accounted_for(document: Node) -> None:
    ours = {
        f"{method.upper()} {path}" for path, item in document["paths"].items() for method in item
    }
    assert ours == set(OPERATIONS) | set(BEYOND_THE_FACTS)
    assert len(OPERATIONS) == 39
    assert not set(OPERATIONS) & set(BEYOND_THE_FACTS)
    assert all(BEYOND_THE_FACTS.values())


def test_an_exception_needs_a_use_and_a_reason(document: Node, facts: Node) -> None:
    exceptions = {**EXCEPTIONS, "GET /v2/orders: rate limit*": "never so", "* > body*": " "}
    assert differences(document, facts, OPERATIONS, exceptions) == [
        "exception never needed: GET /v2/orders: rate limit*",
        "exception without a reason: * > body*",
    ]


def _chosen(root: Node, side: Side) -> list[Mutation]:
    return random.Random(20250101).sample(mutations(root, side, OPERATIONS), 50)


FACTS_CHANGED = _chosen(FACTS, FactsSide(OF_UNION))
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
