"""Orders that were kept: what is read from their bytes, and what is refused."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from commerce_sdk import InvalidRequest, new_item
from commerce_sdk.commerce.orders.intents import Intent
from commerce_sdk.models import OrderRequest, QuoteOrderRequest
from commerce_sdk.runtime.retries.certainty import State
from commerce_sdk.sandbox import ACCOUNTS
from tests.commerce.orders.test_requests import ready
from tests.support.worlds import OFFERING

QUOTE: dict[str, Any] = {"quote_id": "6a3a0b1c-7a7c-4f8e-9d0a-0e0a5f0f4f11", "quote_version": 2}


@pytest.mark.parametrize("which", ["items", "quote", "quote, once more"])
def test_kept_bytes_know_what_they_order(which: str) -> None:
    first = ready([new_item(OFFERING)]) if which == "items" else ready(**QUOTE)
    if which == "quote, once more":
        first = ready(**QUOTE, retry_of=first.order_id)
    again = ready(order=first.to_json())
    assert type(again.request) is (OrderRequest if which == "items" else QuoteOrderRequest)
    assert again.request == first.request
    assert again.intent.retry_of == first.intent.retry_of
    assert (again.intent.retry_of is not None) is (which == "quote, once more")


def test_a_word_that_only_a_newer_document_knows_is_kept_as_well() -> None:
    ends = datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)
    body = ready([new_item(OFFERING, ends_at=ends)]).to_json()
    newer = body.replace(b'"TIMESTAMP"', b'"FULL_MOON"')
    assert newer != body
    assert ready(order=newer).to_json() == newer


def test_of_another_account_an_order_is_refused_by_its_id() -> None:
    kept = ready([new_item(OFFERING)])
    with pytest.raises(InvalidRequest, match="another account") as caught:
        ready(order=kept.to_json(), account=ACCOUNTS[1])
    assert caught.value.order_id == kept.order_id


def test_what_is_complete_takes_no_parts() -> None:
    prepared = ready([new_item(OFFERING)])
    for order, what in ((prepared, "a prepared order"), (prepared.to_json(), "a kept order")):
        with pytest.raises(InvalidRequest) as caught:
            ready([], order=order)
        assert str(caught.value) == f"{what} is complete; it takes no items"


def test_an_intent_shows_where_it_begins() -> None:
    intent = Intent(State.FRESH)
    assert repr(intent) == "Intent(FRESH)"
    assert intent.begin() is State.FRESH
    assert repr(intent) == "Intent(LOOK_FIRST)"
