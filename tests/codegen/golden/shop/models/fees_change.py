"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.amount_kinds import WholeAmount
from commerce_sdk.document.bounds import Bounded, Range
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk.money import Money


@attrs.frozen(kw_only=True, repr=False)
class FeesChange(RequestModel):
    """What changes of the fees, which do not say what they are in."""

    handling: Money | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "handling", Bounded(WholeAmount("minor", 64), (Range(least=0, unit="minor units"),))
        ),
    )
    """`handling`."""
    note: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("note", Text()))
    """`note`."""
