"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Integer, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class SearchInput(RequestModel):
    """What to look for, or a cursor and nothing else."""

    word: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("word", Text()))
    """A word."""
    per_page: int | UnsetType = attrs.field(default=UNSET, metadata=on_wire("perPage", Integer(32)))
    """Goods to a page."""
    from_here: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("fromHere", Text()))
    """The cursor."""
