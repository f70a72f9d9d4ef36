"""Instants on the wire: epoch milliseconds, or RFC 3339 text; outside, aware datetimes."""

from __future__ import annotations

import datetime
import re

from commerce_sdk.errors import InvalidRequest

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MILLISECOND = datetime.timedelta(milliseconds=1)
_RFC3339 = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2})", re.ASCII
)


def from_epoch_ms(value: int) -> datetime.datetime | int:
    """Epoch milliseconds as an aware UTC datetime; outside its range, the raw integer."""
    try:
        return _EPOCH + value * _MILLISECOND
    except OverflowError:
        return value


def to_epoch_ms(value: datetime.datetime | int, path: str = "") -> int:
    """An aware datetime of whole milliseconds as epoch milliseconds.

    An integer that `from_epoch_ms` gave (outside the calendar) goes back unchanged. Raises
    `InvalidRequest` for any other value.
    """
    if not isinstance(value, datetime.datetime):
        if isinstance(from_epoch_ms(value), int):
            return value
        raise InvalidRequest("pass an aware datetime, not a number", path=path)
    if value.utcoffset() is None:
        raise InvalidRequest(
            "the datetime has no time zone; give it one, such as datetime.UTC", path=path
        )
    milliseconds, rest = divmod(value - _EPOCH, _MILLISECOND)
    if rest:
        raise InvalidRequest("the datetime is finer than a millisecond; round it first", path=path)
    return milliseconds


def parse_rfc3339(text: str) -> datetime.datetime | str:
    """RFC 3339 text as an aware datetime (digits past the microsecond are dropped); what cannot
    be read, or has no offset, is given back as it is."""
    match = _RFC3339.fullmatch(text)
    if match is None:
        return text
    date, clock, fraction, offset = match.groups()
    micros = (fraction or "")[:6].ljust(6, "0")
    zone = "+00:00" if offset in "Zz" else offset
    try:
        return datetime.datetime.fromisoformat(f"{date}T{clock}.{micros}{zone}")
    except ValueError:
        return text


def format_rfc3339(value: datetime.datetime, path: str = "") -> str:
    """An aware datetime as RFC 3339 text. Raises `InvalidRequest` for a naive or finer-than-
    millisecond one."""
    to_epoch_ms(value, path)
    text = value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text
