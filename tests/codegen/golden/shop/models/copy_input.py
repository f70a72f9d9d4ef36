"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from typing import Literal

import attrs

from commerce_sdk.document.kinds import Const, Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class CopyInput(RequestModel):
    """A bill like another."""

    id: str = attrs.field(metadata=on_wire("id", Uuid(), required=True))
    """`id`."""
    source: Literal["COPY"] = attrs.field(
        default="COPY", metadata=on_wire("source", Const("COPY"), required=True)
    )
    """`source`."""
    of: str = attrs.field(metadata=on_wire("of", Text(), required=True))
    """`of`."""
