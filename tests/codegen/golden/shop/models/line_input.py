"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.amount_kinds import Amount, AmountText, WholeAmount
from commerce_sdk.document.kinds import on_wire
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk.money import Money


@attrs.frozen(kw_only=True, repr=False)
class LineInput(RequestModel):
    """A line."""

    amount: Money = attrs.field(metadata=on_wire("amount", WholeAmount("minor", 64), required=True))
    """`amount`."""
    fee: Money | UnsetType = attrs.field(default=UNSET, metadata=on_wire("fee", Amount("major")))
    """`fee`."""
    exact: Money | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("exact", AmountText("minor", 12))
    )
    """`exact`."""
