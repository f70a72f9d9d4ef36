"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class ProvisionedOfferingInput(RequestModel):
    """An offering to provision."""

    id: str = attrs.field(metadata=on_wire("id", Uuid(), required=True))
    """The offering."""
    location: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("location", Bounded(Text(), (Length(least=1),)))
    )
    """Where its data are to be kept, such as `us`; left out, the platform decides."""
