"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class OpeningInput(RequestModel):
    """Who opens a till."""

    clerk: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("clerk", Text()))
    """The clerk."""
    note: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("note", Text()))
    """What else there is to say."""
