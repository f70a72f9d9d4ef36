"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class EntitlementReferenceInput(RequestModel):
    """An entitlement at the version that the caller last read."""

    id: str = attrs.field(metadata=on_wire("id", Uuid(), required=True))
    """The entitlement's id."""
    version: str = attrs.field(metadata=on_wire("version", Text(), required=True))
    """The entitlement's version, a string on the wire."""
