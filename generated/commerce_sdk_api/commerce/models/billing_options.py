"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class BillingOptions(Model, frozen=True):
    """Billing choices of an item."""

    _pre_bill: PreBill | None | UnsetType = msgspec.field(default=UNSET, name="preBill")

    @property
    def pre_bill(self) -> PreBill | None:
        """Billing in advance."""
        return None if self._pre_bill is UNSET else self._pre_bill


from .pre_bill import PreBill  # noqa: E402
