"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PreBill(Model, frozen=True):
    """Billing in advance."""

    _bill_until: BillUntil | None | UnsetType = msgspec.field(default=UNSET, name="billUntil")

    @property
    def bill_until(self) -> BillUntil | None:
        """Until when."""
        return None if self._bill_until is UNSET else self._bill_until


from .bill_until import BillUntil  # noqa: E402
