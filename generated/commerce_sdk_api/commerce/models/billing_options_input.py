"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class BillingOptionsInput(RequestModel):
    """Billing choices of an item."""

    pre_bill: PreBillInput | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("preBill", Nested(lambda: PreBillInput), nullable=True)
    )
    """Billing in advance."""


from .pre_bill_input import PreBillInput  # noqa: E402
