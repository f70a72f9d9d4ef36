"""Instants on the wire: epoch milliseconds, or RFC 3339 text; outside, aware datetimes. And days,
which are RFC 3339 text too, and `datetime.date`s outside."""

from __future__ import annotations

import datetime
import re

from commerce_sdk.errors import InvalidRequest

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MILLISECOND = datetime.timedelta(milliseconds=1)
_MINUTE = datetime.timedelta(minutes=1)
_HOUR, _MINUTES = r"(?:[01]\d|2[0-3])", r"[0-5]\d"
_RFC3339 = re.compile(
    rf"(\d{{4}}-\d\d-\d\d)[Tt ]({_HOUR}:{_MINUTES}:\d\d)(?:\.(\d+))?"
    rf"([Zz]|[+-]{_HOUR}(?::?{_MINUTES})?)",
    re.ASCII,
)
_USUAL = re.compile(rf"\d{{4}}-\d\d-\d\dT{_HOUR}:{_MINUTES}:{_MINUTES}(?:\.\d{{3}})?Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def from_epoch_ms(value: int) -> datetime.datetime | int:
    """Epoch milliseconds as an aware UTC datetime; what lies outside its range, or is no integer,
    as it is."""
    if value.__class__ is not int:
        return value
    try:
        return _EPOCH + value * _MILLISECOND
    except OverflowError:
        return value


def to_epoch_ms(value: datetime.datetime | int, path: str = "") -> int:
    """An aware datetime of whole milliseconds as epoch milliseconds.

    An integer that `from_epoch_ms` gave (outside the calendar) goes back unchanged. Raises
    `InvalidRequest` for any other value: a naive datetime, one finer than a millisecond, a number.
    """
    if isinstance(value, datetime.datetime):
        return _epoch_ms(value, path)
    if not isinstance(value, bool) and isinstance(value, int):
        if isinstance(from_epoch_ms(value), int):
            return value
        raise InvalidRequest("pass an aware datetime, not a number", path=path)
    raise InvalidRequest(f"pass an aware datetime, not {type(value).__name__}", path=path)


def _since_epoch(value: datetime.datetime, path: str) -> datetime.timedelta:
    if value.utcoffset() is None:
        raise InvalidRequest(
            "the datetime has no time zone; give it one, such as datetime.UTC", path=path
        )
    return value - _EPOCH


def _epoch_ms(value: datetime.datetime, path: str) -> int:
    milliseconds, rest = divmod(_since_epoch(value, path), _MILLISECOND)
    if rest:
        raise InvalidRequest(
            "the datetime is finer than a millisecond; round it first, as in "
            "value.replace(microsecond=value.microsecond // 1000 * 1000)",
            path=path,
        )
    return milliseconds


def parse_rfc3339(text: str) -> datetime.datetime | str:
    """RFC 3339 text as an aware datetime in the text's own offset; digits past the microsecond
    are dropped. ISO 8601's other ways to write an offset (`+0000`, `+00`) are read too.

    What cannot be read is given back as it is: no offset, a leap second, an instant that leaves
    the calendar in UTC, or what is no text.
    """
    if text.__class__ is not str:
        return text
    if _USUAL.fullmatch(text):
        # In UTC nothing leaves the calendar, and Python reads this form as it is.
        try:
            return datetime.datetime.fromisoformat(text)
        except ValueError:
            return text
    match = _RFC3339.fullmatch(text)
    if match is None:
        return text
    date, clock, fraction, offset = match.groups()
    micros = (fraction or "")[:6].ljust(6, "0")
    zone = "+00:00" if offset in "Zz" else offset
    try:
        value = datetime.datetime.fromisoformat(f"{date}T{clock}.{micros}{zone}")
        value.astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        return text
    return value


def format_rfc3339(value: datetime.datetime, path: str = "") -> str:
    """An aware datetime as RFC 3339 text, in its own offset, with the decimals of a second that
    it needs: none, three or six. Raises `InvalidRequest` for a naive one."""
    if not isinstance(value, datetime.datetime):
        raise InvalidRequest(f"pass an aware datetime, not {type(value).__name__}", path=path)
    _since_epoch(value, path)
    offset = value.utcoffset() or datetime.timedelta()
    if offset % _MINUTE:
        # RFC 3339 has no offsets with seconds, which zones of the 19th century do.
        try:
            value = value.astimezone(datetime.UTC)
        except OverflowError:
            raise InvalidRequest("the datetime is outside the calendar in UTC", path=path) from None
    whole = "milliseconds" if value.microsecond else "seconds"
    text = value.isoformat(timespec="microseconds" if value.microsecond % 1000 else whole)
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def parse_date(text: str) -> datetime.date | str:
    """RFC 3339's full-date (`1999-12-31`) as a date; what is none, as it is."""
    if not isinstance(text, str) or _DAY.fullmatch(text) is None:
        return text
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return text
