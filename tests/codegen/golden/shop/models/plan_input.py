"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import attrs

from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PlanInput(RequestModel):
    """A plan with its currency."""

    currency_field: ClassVar[str | None] = "currency"

    currency: str = attrs.field(metadata=on_wire("currency", Text(), required=True))
    """`currency`."""
    tiers: Sequence[LineInput] = attrs.field(
        metadata=on_wire("tiers", ListOf(Nested(lambda: LineInput)), required=True)
    )
    """`tiers`."""


from .line_input import LineInput  # noqa: E402
