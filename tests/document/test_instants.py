"""Instants: aware, exact to the millisecond, and never a float."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import example, given, strategies as st

from commerce_sdk import InvalidRequest
from commerce_sdk.document.instants import format_rfc3339, from_epoch_ms, parse_rfc3339, to_epoch_ms

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


@given(st.integers(max_value=FIRST - 1) | st.integers(min_value=LAST + 1))
@example(10**400)
@example(-(10**400))
def test_outside_the_calendar_it_stays_the_raw_integer(value: int) -> None:
    assert from_epoch_ms(value) == value
    assert type(from_epoch_ms(value)) is int
    assert to_epoch_ms(value) == value


@given(st.datetimes(datetime.datetime(1900, 1, 1), datetime.datetime(2100, 1, 1)), zones)
def test_other_zones_are_the_same_instant(naive: datetime.datetime, zone: Any) -> None:
    instant = naive.replace(microsecond=0, tzinfo=zone)

    assert from_epoch_ms(to_epoch_ms(instant)) == instant


class Summer(datetime.tzinfo):
    """A zone whose clocks go back: the same wall time twice, told apart by `fold`."""

    def utcoffset(self, when: datetime.datetime | None) -> datetime.timedelta:
        return datetime.timedelta(hours=1 if when is not None and when.fold else 2)

    def dst(self, when: datetime.datetime | None) -> datetime.timedelta:
        return datetime.timedelta()


class Nowhere(datetime.tzinfo):
    """A time zone in name only."""

    def utcoffset(self, when: datetime.datetime | None) -> None:
        return None


def test_the_hour_that_comes_twice_is_two_instants() -> None:
    first = datetime.datetime(2026, 10, 25, 2, 30, tzinfo=Summer())
    second = first.replace(fold=1)

    assert to_epoch_ms(second) - to_epoch_ms(first) == 3600_000
    assert format_rfc3339(first) == "2026-10-25T02:30:00+02:00"
    assert format_rfc3339(second) == "2026-10-25T02:30:00+01:00"


@given(st.datetimes(), zones)
def test_finer_than_a_millisecond_is_refused_where_milliseconds_are_counted(
    naive: datetime.datetime, zone: Any
) -> None:
    if not naive.microsecond % 1000:
        return
    with pytest.raises(InvalidRequest, match=r"at: .*finer than a millisecond"):
        to_epoch_ms(naive.replace(tzinfo=zone), "at")


@given(st.datetimes(datetime.datetime(1970, 1, 2), datetime.datetime(9000, 1, 1)), zones)
def test_a_text_has_every_microsecond(naive: datetime.datetime, zone: Any) -> None:
    instant = naive.replace(tzinfo=zone)
    assert parse_rfc3339(format_rfc3339(instant)) == instant


@pytest.mark.parametrize(
    ("microsecond", "fraction"), [(0, ""), (500_000, ".500"), (123_456, ".123456"), (1, ".000001")]
)
def test_a_text_has_no_more_decimals_than_it_needs(microsecond: int, fraction: str) -> None:
    instant = datetime.datetime(2026, 1, 1, microsecond=microsecond, tzinfo=UTC)
    assert format_rfc3339(instant) == f"2026-01-01T00:00:00{fraction}Z"


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        (datetime.datetime(2026, 1, 1, tzinfo=Nowhere()), "no time zone; give it one"),
        (datetime.datetime(2026, 1, 1), "no time zone; give it one, such as datetime.UTC"),
        (datetime.datetime(2026, 1, 1, microsecond=1, tzinfo=UTC), "finer than a millisecond"),
        (1752745039000, "pass an aware datetime, not a number"),
        (1752745039000.0, "pass an aware datetime, not float"),
        (float("inf"), "pass an aware datetime, not float"),
        (True, "pass an aware datetime, not bool"),
        (datetime.date(2026, 1, 1), "pass an aware datetime, not date"),
        ("2026-01-01T00:00:00Z", "pass an aware datetime, not str"),
        (None, "pass an aware datetime, not NoneType"),
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
        ("2026-01-02T03:04:05.000+0000", datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2026-01-02T05:34:05+0230", datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2026-01-02T03:04:05+00", datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
        ("2026-01-02T01:04:05-02", datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
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
        "2026-01-02T24:00:00Z",
        "2026-01-02T03:60:00Z",
        "2026-01-02T03:04:05+24:00",
        "2026-01-02T03:04:05+10:75",
        "2026-01-02T03:04:05+01000",
        "2026-01-02T03:04:05+1075",
        "2026-01-02T03:04:05+2400",
        "2026-01-02T03:04:05+24",
        "2026-01-02T03:04:05+1",
        "2026-01-02T03:04:05+01:",
        "2026-01-02T03:04:05.Z",
        "2026-01-02T03:04:05Z ",
        "２026-01-02T03:04:05Z",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+00:01",
        "9999-12-31T23:59:59-00:01",
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


@given(st.datetimes(), zones)
def test_reading_back_keeps_instant_and_offset(naive: datetime.datetime, zone: Any) -> None:
    instant = naive.replace(microsecond=naive.microsecond // 1000 * 1000, tzinfo=zone)
    in_calendar = isinstance(from_epoch_ms(to_epoch_ms(instant)), datetime.datetime)

    read = parse_rfc3339(format_rfc3339(instant))

    assert isinstance(read, datetime.datetime) == in_calendar
    if isinstance(read, datetime.datetime):
        assert (read, read.utcoffset()) == (instant, instant.utcoffset())


@pytest.mark.parametrize("seconds", [3208, -3208])
def test_an_offset_with_seconds_is_written_in_utc(seconds: int) -> None:
    zone = datetime.timezone(datetime.timedelta(seconds=seconds))
    instant = datetime.datetime(1880, 1, 1, tzinfo=zone)

    assert format_rfc3339(instant).endswith("Z")
    assert parse_rfc3339(format_rfc3339(instant)) == instant

    leaving = datetime.datetime.min if seconds > 0 else datetime.datetime.max
    with pytest.raises(InvalidRequest, match=r"at: .*outside the calendar in UTC"):
        format_rfc3339(leaving.replace(microsecond=0, tzinfo=zone), "at")


def test_advice_for_one_that_is_too_fine_works() -> None:
    value = datetime.datetime(2026, 1, 1, microsecond=123456, tzinfo=UTC)
    with pytest.raises(InvalidRequest, match=r"round it first, as in ") as caught:
        to_epoch_ms(value)
    advice = str(caught.value).partition("as in ")[2]

    assert from_epoch_ms(to_epoch_ms(eval(advice))) == value.replace(microsecond=123000)


@pytest.mark.parametrize("value", [10**18, 0, datetime.date(2026, 1, 1), None, "2026"])
def test_text_is_made_of_datetimes_only(value: Any) -> None:
    with pytest.raises(InvalidRequest, match=r"at: pass an aware datetime, not "):
        format_rfc3339(value, "at")


def test_writing_refuses_a_naive_one() -> None:
    with pytest.raises(InvalidRequest, match=r"at: .*time zone"):
        format_rfc3339(datetime.datetime(2026, 1, 1), "at")
