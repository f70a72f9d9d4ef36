"""How the value of a filter is written as text."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from commerce_sdk.document.container_kinds import ListOf
from commerce_sdk.document.json_api.graph import encoded
from commerce_sdk.document.kinds import Boolean, DateTime, Kind, Plain, refuse
from commerce_sdk.document.parameters import Joined, text_of
from commerce_sdk.document.text import printable
from commerce_sdk.errors import DecodeError, InvalidRequest


class OneText(Plain, frozen=True):
    """A value of another kind. An empty text is refused, for servers leave such a filter out."""

    kind: Kind

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        text = text_of(self.kind.write(value, path, currency))
        if not text:
            raise InvalidRequest("may not be empty, for servers leave out such a filter", path=path)
        return printable(text, path)


class Listed(Plain, frozen=True):
    """Several values of another kind, with commas between them."""

    kind: Kind

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        text = Joined(ListOf(self.kind), ",").write(value, path, currency)
        if not text:
            raise InvalidRequest("may not be an empty list", path=path)
        return printable(text, path)


class Flag(Plain, frozen=True):
    """True or False."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        return text_of(Boolean().write(value, path, currency))


class Instant(Plain, frozen=True):
    """An instant in UTC, to the millisecond, and finer where it is."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        text = DateTime().write(value, path, currency)
        if not isinstance(value, datetime.datetime):
            return text
        try:
            value = value.astimezone(datetime.UTC)
        except OverflowError:
            raise InvalidRequest("the datetime is outside the calendar in UTC", path=path) from None
        finest = "microseconds" if value.microsecond % 1000 else "milliseconds"
        return value.replace(tzinfo=None).isoformat(timespec=finest) + "Z"


class JsonText(Plain, frozen=True):
    """An object, as the text of a JSON document."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, Mapping):
            raise refuse("a mapping", value, path)
        try:
            return encoded(Plain().write(value, path, None)).decode()
        except DecodeError:
            raise InvalidRequest("is nested too deeply", path=path) from None
