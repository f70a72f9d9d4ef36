"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionAccounts(Model, frozen=True):
    """The accounts that pay for a subscription."""

    _invoice_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroupId")
    _transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountId"
    )

    @property
    def invoice_group_id(self) -> str | None:
        """The invoice group that is billed."""
        return None if self._invoice_group_id is UNSET else self._invoice_group_id

    @property
    def transaction_account_id(self) -> str | None:
        """The transaction account that it belongs to."""
        return None if self._transaction_account_id is UNSET else self._transaction_account_id
