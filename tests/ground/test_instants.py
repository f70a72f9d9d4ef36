"""Instants: aware, exact to the millisecond, and never a float."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce_sdk import InvalidRequest
from commerce_sdk.instants import format_rfc3339, from_epoch_ms, parse_rfc3339, to_epoch_ms

UTC = datetime.UTC
FIRST = -62135596800000
LAST = 253402300799999
zones = st.integers(-1439, 1439).map(lambda m: datetime.timezone(datetime.timedelta(minutes=m)))


@given(st.integers(FIRST, LAST))
def test_every_millisecond_of_the_calendar_comes_back(value: int) -> None:
    instant = from_epoch_ms(value)

    assert isinstance(instant, datetime.datetime)
    assert instant.tzinfo is UTC
    assert to_epoch_ms(instant) == value


@given(st.integers().filter(lambda v: not FIRST <= v <= LAST))
def test_outside_the_calendar_it_stays_the_raw_integer(value: int) -> None:
    assert from_epoch_ms(value) == value
    assert type(from_epoch_ms(value)) is int
    assert to_epoch_ms(value) == value


@given(st.datetimes(datetime.datetime(1900, 1, 1), datetime.datetime(2100, 1, 1)), zones)
def test_other_zones_are_the_same_instant(naive: datetime.datetime, zone: Any) -> None:
    instant = naive.replace(microsecond=0, tzinfo=zone)

    assert from_epoch_ms(to_epoch_ms(instant)) == instant


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (datetime.datetime(2026, 1, 1), "no time zone; give it one, such as datetime.UTC"),
        (datetime.datetime(2026, 1, 1, microsecond=1, tzinfo=UTC), "finer than a millisecond"),
        (1752745039000, "pass an aware datetime, not a number"),
    ],
)
def test_what_is_no_instant_is_refused_with_its_place(value: Any, complaint: str) -> None:
    with pytest.raises(InvalidRequest, match=f"items.at: .*{complaint}") as caught:
        to_epoch_ms(value, "items.at")
    assert caught.value.path == "items.at"


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-01-02T03:04:05Z", datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2026-01-02t03:04:05z", datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2026-01-02T03:04:05.5+00:00", datetime.datetime(2026, 1, 2, 3, 4, 5, 500000, tzinfo=UTC)),
        (
            "2026-01-02T05:04:05.123456789+02:00",
            datetime.datetime(2026, 1, 2, 3, 4, 5, 123456, tzinfo=UTC),
        ),
    ],
)
def test_rfc_3339_text_is_read(text: str, instant: datetime.datetime) -> None:
    assert parse_rfc3339(text) == instant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-01-02",
        "2026-01-02T03:04:05",
        "2016-12-31T23:59:60Z",
        "2026-13-01T00:00:00Z",
        "1752745039000",
    ],
)
def test_text_that_cannot_be_read_stays_the_text(text: str) -> None:
    assert parse_rfc3339(text) == text


@given(st.integers(FIRST, LAST))
def test_what_is_written_is_read_as_the_same_instant(value: int) -> None:
    instant = from_epoch_ms(value)
    assert isinstance(instant, datetime.datetime)

    text = format_rfc3339(instant)

    assert text.endswith("Z")
    assert parse_rfc3339(text) == instant


def test_writing_refuses_a_naive_one() -> None:
    with pytest.raises(InvalidRequest, match=r"at: .*time zone"):
        format_rfc3339(datetime.datetime(2026, 1, 1), "at")
