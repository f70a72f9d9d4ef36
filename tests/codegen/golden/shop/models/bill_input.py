"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, MapOf, Nested
from commerce_sdk.document.kinds import (
    Boolean,
    Choice,
    Const,
    DateTime,
    EpochMs,
    Integer,
    Number,
    Plain,
    Text,
    Uuid,
    on_wire,
)
from commerce_sdk.document.request_model import RequestModel

from .colour import Colour


@attrs.frozen(kw_only=True, repr=False)
class BillInput(RequestModel):
    """A bill by lines."""

    id: str = attrs.field(metadata=on_wire("id", Uuid(), required=True))
    """`id`."""
    source: Literal["LINES"] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("source", Const("LINES"))
    )
    """`source`."""
    lines: Sequence[LineInput] = attrs.field(
        metadata=on_wire("lines", ListOf(Nested(lambda: LineInput)), required=True)
    )
    """`lines`."""
    colour: Colour | str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("colour", Choice(lambda: Colour))
    )
    """A colour."""
    at: datetime.datetime | int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("at", EpochMs(), nullable=True)
    )
    """`at`."""
    when: datetime.datetime | str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("when", DateTime())
    )
    """`when`."""
    discount: Decimal | int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("discount", Number())
    )
    """`discount`."""
    count: int | UnsetType = attrs.field(default=UNSET, metadata=on_wire("count", Integer(32)))
    """`count`."""
    notify: bool | UnsetType = attrs.field(default=UNSET, metadata=on_wire("notify", Boolean()))
    """`notify`."""
    tags: Mapping[str, str | None] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("tags", MapOf(Text(), nullable=True))
    )
    """`tags`."""
    usage: Mapping[str, Decimal | int | None] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("usage", MapOf(Number(), nullable=True))
    )
    """`usage`."""
    extra: Mapping[str, Any] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("extra", MapOf(Plain()))
    )
    """`extra`."""


from .line_input import LineInput  # noqa: E402
