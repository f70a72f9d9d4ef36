"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Literal

import attrs

from commerce_sdk.document.kinds import Const, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class EntitlementRelationInput(RequestModel):
    """A relation from an entitlement that exists."""

    relationship_type: str = attrs.field(
        metadata=on_wire("relationshipType", Text(), required=True)
    )
    """The kind of relation, such as FAMILY_CONTAINER, ENTERPRISE or APP_DEPENDENCE."""
    entitlement_id: str | None = attrs.field(
        metadata=on_wire("entitlementId", Text(), required=True, nullable=True)
    )
    """The entitlement at the other end."""
    reference_type: Literal["ENTITLEMENT"] = attrs.field(
        default="ENTITLEMENT",
        metadata=on_wire("referenceType", Const("ENTITLEMENT"), required=True),
    )
    """Says that the other end is an entitlement."""
