"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Boolean, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingProrationInput(RequestModel):
    """How a change within a cycle shall be billed."""

    on_exceeding: str = attrs.field(metadata=on_wire("onExceeding", Text(), required=True))
    """What happens when more is used than was paid."""
    has_remediation_period: bool | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("hasRemediationPeriod", Boolean())
    )
    """Whether there is a time to set things right."""
