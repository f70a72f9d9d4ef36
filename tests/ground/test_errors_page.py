"""The tables of docs/errors.md name every status as the code does, and every error that there is."""

from __future__ import annotations

import inspect
import re

import commerce_sdk
from commerce_sdk import ApiError, CommerceError, PartialFailure, errors, journeys
from commerce_sdk.runtime.retries.certainty import State, after, ending
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
STATUSES = [*range(300, 600), 207]
"""Those of an error; 2xx are none, but for what was done in part."""


def rows(title: str) -> list[list[str]]:
    table = PAGE.partition(f"| {title} |")[2].partition("\n\n")[0]
    found = re.findall(r"^\| (.*?) \| (.*) \|$", table, re.MULTILINE)
    return [[first, last] for first, last in found]


def test_each_status_is_raised_as_the_page_says() -> None:
    (told,) = (text for name, text in rows("error") if name == "`ApiError`")
    named = {int(status): name for name, status in re.findall(r"`(\w+)` (\d{3})\b", told)}
    assert re.search(r"`ServerError` 5xx, or plain for any other status", told)
    (of_parts,) = (text for name, text in rows("error") if name == "`PartialFailure`")
    assert of_parts.startswith("207: ")
    named[207] = PartialFailure.__name__

    said = {
        status: named.get(status, "ServerError" if 500 <= status <= 599 else ApiError.__name__)
        for status in STATUSES
    }
    assert said == {status: errors.error_class(status).__name__ for status in STATUSES}


def test_each_status_of_a_first_attempt_leaves_open_what_the_page_says() -> None:
    named: dict[int, bool] = {}
    others: list[bool] = []
    for what, answer in rows("first attempt"):
        statuses = [int(each) for each in re.findall(r"\b[2-5]\d\d\b", what)]
        named |= dict.fromkeys(statuses, answer == "True")
        if what.startswith("any other status"):
            others.append(answer == "True")
    assert others == [True]

    said = {status: named.get(status, others[0]) for status in STATUSES}
    ends = {
        status: after(
            State.ONCE,
            ending(errors.error_class(status)(status), sent=True, renewable=False),
        )
        for status in STATUSES
    }
    # What a 429 leaves as it is was sent by nobody.
    assert said == {status: each.maybe_applied for status, each in ends.items()}


def test_the_page_names_every_error() -> None:
    every = [
        *(getattr(commerce_sdk, name) for name in dir(commerce_sdk)),
        *(getattr(journeys, name) for name in journeys.__all__),
        errors.WrongAnswer,
    ]
    kinds = {each for each in every if inspect.isclass(each) and issubclass(each, CommerceError)}
    table = PAGE.partition("\n\nOn every error")[0]
    assert {kind.__name__ for kind in kinds} <= {*re.findall(r"`(\w+)`", table)}
