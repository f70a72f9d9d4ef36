"""What a number or a value means to whoever reads it is said where the reference says it."""

from __future__ import annotations

import pytest

from codegen.reading.bundle import bundle
from commerce_sdk import InvalidRequest
from commerce_sdk.models import PricingCohort, PricingCohortInput, PricingCohortType
from tests.openapi import SOURCE

SCHEMAS = bundle(SOURCE)["components"]["schemas"]


def test_a_sum_of_a_quote_says_what_it_leaves_out() -> None:
    sums = {
        name: schema["properties"]["subTotal"]["description"]
        for name, schema in SCHEMAS.items()
        if "subTotal" in schema.get("properties", {})
    }
    assert set(sums) == {"UpcomingBills", "UpcomingBillsLine"}
    for said in sums.values():
        assert said == "The amount, excluding tax, promotions and upgrade credits."


def test_an_answer_may_leave_out_how_customers_are_chosen_or_say_default() -> None:
    assert PricingCohort.from_dict({"tierFloor": 1}).type is None
    cohort = PricingCohort.from_dict({"type": "DEFAULT"})
    assert cohort.type is PricingCohortType.DEFAULT


def test_a_request_chooses_customers_by_tier_only() -> None:
    chosen = PricingCohortType.SUBSCRIPTIONS_BY_TIER
    assert PricingCohortInput(type=chosen).to_dict() == {"type": "SUBSCRIPTIONS_BY_TIER"}
    with pytest.raises(InvalidRequest, match="type: expected one of SUBSCRIPTIONS_BY_TIER"):
        PricingCohortInput(type="DEFAULT").to_dict()
