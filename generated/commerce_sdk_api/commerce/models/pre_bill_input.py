"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PreBillInput(RequestModel):
    """Billing in advance."""

    bill_until: BillUntilInput = attrs.field(
        metadata=on_wire("billUntil", Nested(lambda: BillUntilInput), required=True)
    )
    """Until when."""


from .bill_until_input import BillUntilInput  # noqa: E402
