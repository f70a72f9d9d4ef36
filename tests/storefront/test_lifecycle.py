"""How the statuses of an order follow each other, held against the facts of the page, and what
follows from it."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk.storefront.lifecycle import BEGINNING, STEPS, Standing, has_been, may_come
from commerce_sdk_api.storefront.models import NextOrderStatus, OrderStatus

ALL = [status.value for status in OrderStatus]
INFERRED = {
    *(("pending", "confirmed"), ("confirmed", "shipped"), ("shipped", "delivered")),
    *(("pending", "cancelled"), ("confirmed", "cancelled")),
}
UNKNOWN = {
    *(("delivered", "refunded"), ("shipped", "cancelled")),
    *(("confirmed", "refunded"), ("cancelled", "refunded")),
}


def steps(standing: Standing) -> set[tuple[str, str]]:
    return {
        (str(status), str(following))
        for status, ways in STEPS.items()
        for following, known in ways.items()
        if known is standing
    }


def test_the_table_says_what_is_known_of_each_step() -> None:
    assert steps(Standing.INFERRED) == INFERRED
    assert steps(Standing.UNKNOWN) == UNKNOWN
    assert steps(Standing.DOCUMENTED) == set()


def test_the_table_has_every_status_and_none_leads_to_the_first() -> None:
    assert [*STEPS] == [*OrderStatus]
    followers = {following for ways in STEPS.values() for following in ways}
    assert followers == {*OrderStatus} - {BEGINNING} == {*NextOrderStatus}


MAY_COME = {
    "pending": {*ALL},
    "confirmed": {*ALL} - {"pending"},
    "shipped": {"shipped", "delivered", "cancelled", "refunded"},
    "delivered": {"delivered", "refunded"},
    "cancelled": {"cancelled", "refunded"},
    "refunded": {"refunded"},
}
HAS_BEEN = {
    "pending": {"pending"},
    "confirmed": {"pending", "confirmed"},
    "shipped": {"pending", "confirmed", "shipped"},
    "delivered": {"pending", "confirmed", "shipped", "delivered"},
    # From where, nobody can tell.
    "cancelled": {"pending", "cancelled"},
    "refunded": {"pending", "refunded"},
}


@pytest.mark.parametrize("status", ALL)
def test_what_may_come_and_what_has_been(status: str) -> None:
    assert {until for until in ALL if may_come(status, until)} == MAY_COME[status]
    assert {until for until in ALL if has_been(status, until)} == HAS_BEEN[status]


def test_of_a_status_that_is_not_known_anything_may_come_and_nothing_is_sure() -> None:
    assert all(may_come("packed", until) for until in ALL)
    assert not any(has_been("packed", until) for until in ALL)
    assert has_been("packed", "packed")


@pytest.mark.parametrize("status", [5, True, [], ["pending"], {}, {"pending": 1}])
def test_what_is_no_text_is_as_a_status_that_is_not_known(status: Any) -> None:
    assert all(may_come(status, until) for until in ALL)
    assert not any(has_been(status, until) for until in ALL)
