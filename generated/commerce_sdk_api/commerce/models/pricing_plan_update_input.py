"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import Integer, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingPlanUpdateInput(RequestModel):
    """What a draft is changed to. It names no currency: its amounts are in the currency of the
    plan that is changed."""

    primary_cycle_id: str = attrs.field(metadata=on_wire("primaryCycleId", Text(), required=True))
    """The main billing cycle by its name, MONTHLY or ANNUAL, in spite of the field's own name."""
    items: Sequence[PricingPlanItemInput] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("items", ListOf(Nested(lambda: PricingPlanItemInput)))
    )
    """What it holds, one by one."""
    version: int | UnsetType = attrs.field(default=UNSET, metadata=on_wire("version", Integer(64)))
    """The version that was read; a plan that has moved on is a conflict."""


from .pricing_plan_item_input import PricingPlanItemInput  # noqa: E402
