"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class TransitionEntitlementInput(RequestModel):
    """The entitlement of a transition, which is named without a version."""

    id: str = attrs.field(metadata=on_wire("id", Uuid(), required=True))
    """The entitlement's id."""
