"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class OwnershipTransferInput(RequestModel):
    """Who is to own an organization."""

    data: OwnershipTransferDataInput = attrs.field(
        metadata=on_wire("data", Nested(lambda: OwnershipTransferDataInput), required=True)
    )
    """The organization."""


from .ownership_transfer_data_input import OwnershipTransferDataInput  # noqa: E402
