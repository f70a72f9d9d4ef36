"""What products and apps are made of: each wrong value is refused by its keyword."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

import pytest

from commerce_sdk import InvalidRequest, journeys
from tests.journeys.two_platforms import APP, PARENT

NAIVE = datetime.datetime(2026, 1, 1)
WRONG = {
    "offering": ["", "x", 3, uuid.uuid4()],
    "parent": ["", " ", 3],
    "pricing_plan": ["", "x", 3],
    "ends_at": ["2026-01-01", 1.5, NAIVE],
    "billing_anchor": ["2026-01-01", 1, NAIVE],
    "promotion_codes": ["CODE", 3, [3], [None]],
    "location": ["", 3],
}


@pytest.mark.parametrize("make", [journeys.jira, journeys.jsm, journeys.confluence])
def test_each_wrong_value_of_a_product(make: Any) -> None:
    counted = "agents" if make is journeys.jsm else "users"
    wrong = {**WRONG, counted: [0, -1, True, "1", 1.5, None, 1 << 63]}
    for name, values in wrong.items():
        for value in values:
            with pytest.raises(InvalidRequest) as caught:
                make(**{counted: 1, "parent": PARENT, name: value})
            assert caught.value.path == name, (name, value, caught.value)


def test_each_wrong_value_of_an_app() -> None:
    wrong: dict[str, list[Any]] = {
        **{name: values for name, values in WRONG.items() if name != "parent"},
        "offering": [*WRONG["offering"], None],
        "app_key": ["", " ", 3, None],
        "quantities": [3, "user", [1], None, {}, {3: 1}, {"user": 1 << 63}],
        "skip_trial": ["yes", 1],
    }
    for name, values in wrong.items():
        for value in values:
            given = {"app_key": "key", "quantities": {"user": 1}, "offering": APP, name: value}
            with pytest.raises(InvalidRequest) as caught:
                journeys.app(given.pop("offering"), **given)
            own = "offering" if name == "offering" else name
            assert caught.value.path == own, (name, value, caught.value)
    for quantity in (0, -1, True, "1", None):
        with pytest.raises(InvalidRequest) as caught:
            journeys.app(APP, app_key="key", quantities={"user": quantity})  # type: ignore[dict-item]
        assert caught.value.path == "quantities"


def test_an_enterprise_plan_needs_its_parent() -> None:
    makers: list[tuple[Any, str]] = [(journeys.jira, "users"), (journeys.jsm, "agents")]
    for make, counted in makers:
        with pytest.raises(InvalidRequest, match="or offering= for another plan") as caught:
            make(**{counted: 1})
        assert caught.value.path == "parent"
    assert journeys.jira(users=1, offering=journeys.JIRA_PREMIUM).parent is None


def test_a_keyword_that_there_is_not() -> None:
    with pytest.raises(InvalidRequest, match="did you mean users=") as caught:
        journeys.jira(user=1, parent=PARENT)  # type: ignore[call-arg]
    assert caught.value.path == "user"


def test_a_product_is_a_value() -> None:
    one = journeys.jira(users=1, parent=PARENT, promotion_codes=["A"])
    assert one == journeys.jira(users=1, parent=PARENT, promotion_codes=("A",))
    assert one != journeys.jira(users=2, parent=PARENT, promotion_codes=["A"])
    given = {"user": 1}
    app = journeys.app(APP, app_key="key", quantities=given)
    given["user"] = 2
    assert app.quantities == {"user": 1}
