"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from typing import Literal

import attrs

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import Const, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class OwnershipTransferDataInput(RequestModel):
    """The organization, with its owner to be."""

    type: Literal["organizations"] = attrs.field(
        default="organizations", metadata=on_wire("type", Const("organizations"), required=True)
    )
    """The type of the resource."""
    id: str = attrs.field(
        metadata=on_wire("id", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """Which one."""
    attributes: OwnershipTransferAttributesInput = attrs.field(
        metadata=on_wire(
            "attributes", Nested(lambda: OwnershipTransferAttributesInput), required=True
        )
    )
    """Who is to own it."""


from .ownership_transfer_attributes_input import OwnershipTransferAttributesInput  # noqa: E402
