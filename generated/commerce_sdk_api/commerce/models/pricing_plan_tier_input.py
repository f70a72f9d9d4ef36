"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.amount_kinds import AmountText, WholeAmount
from commerce_sdk.document.kinds import Integer, on_wire
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk.money import Money


@attrs.frozen(kw_only=True, repr=False)
class PricingPlanTierInput(RequestModel):
    """What a quantity from `floor` to `ceiling` shall cost."""

    floor: int = attrs.field(metadata=on_wire("floor", Integer(64), required=True))
    """The smallest quantity of the tier."""
    ceiling: int | UnsetType = attrs.field(default=UNSET, metadata=on_wire("ceiling", Integer(64)))
    """The greatest quantity of the tier. It is absent on the last one."""
    unit_amount: Money | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("unitAmount", WholeAmount("minor", 64))
    )
    """The price of one."""
    unit_amount_decimal: Money | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("unitAmountDecimal", AmountText("minor", 12), nullable=True)
    )
    """The price of one, as decimal text with up to twelve places."""
    flat_amount: Money | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("flatAmount", WholeAmount("minor", 64))
    )
    """The price of the whole tier."""
