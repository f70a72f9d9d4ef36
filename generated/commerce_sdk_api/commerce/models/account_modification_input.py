"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class AccountModificationInput(RequestModel):
    """Where to move an entitlement: give the invoice group, the transaction account, or both."""

    invoice_group_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("invoiceGroupId", Uuid(), nullable=True)
    )
    """The invoice group to move to."""
    transaction_account_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("transactionAccountId", Text(), nullable=True)
    )
    """The transaction account to move to."""
