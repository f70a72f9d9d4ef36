"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class AccountModification(Model, frozen=True):
    """The accounts that an entitlement moved to."""

    _invoice_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroupId")
    _transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountId"
    )

    @property
    def invoice_group_id(self) -> str | None:
        """The invoice group."""
        return None if self._invoice_group_id is UNSET else self._invoice_group_id

    @property
    def transaction_account_id(self) -> str | None:
        """The transaction account."""
        return None if self._transaction_account_id is UNSET else self._transaction_account_id
