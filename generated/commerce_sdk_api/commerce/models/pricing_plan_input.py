"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingPlanInput(RequestModel):
    """A pricing plan to create, as a draft. All its amounts are in its currency."""

    currency_field: ClassVar[str | None] = "currency"

    id: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("id", Text()))
    """An id of your own; left out, the platform makes one."""
    offering_id: str = attrs.field(metadata=on_wire("offeringId", Text(), required=True))
    """The offering."""
    primary_cycle_id: str = attrs.field(metadata=on_wire("primaryCycleId", Text(), required=True))
    """The main billing cycle by its name, MONTHLY or ANNUAL, in spite of the field's own name."""
    currency: str = attrs.field(metadata=on_wire("currency", Text(), required=True))
    """The currency of the plan and of all its amounts, by its ISO 4217 code."""
    items: Sequence[PricingPlanItemInput] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("items", ListOf(Nested(lambda: PricingPlanItemInput)))
    )
    """What it holds, one by one."""


from .pricing_plan_item_input import PricingPlanItemInput  # noqa: E402
