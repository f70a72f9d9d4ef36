"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class OwnershipTransferAttributesInput(RequestModel):
    """Who is to own an organization."""

    new_owner_email: str = attrs.field(
        metadata=on_wire("new_owner_email", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """The e-mail address of a user."""
