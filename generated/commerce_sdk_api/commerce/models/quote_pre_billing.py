"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class QuotePreBilling(Model, frozen=True):
    """Billing of a line in advance."""

    _bill_from: QuoteBillFrom | None | UnsetType = msgspec.field(default=UNSET, name="billFrom")
    _bill_to: QuoteBillUntil | None | UnsetType = msgspec.field(default=UNSET, name="billTo")

    @property
    def bill_from(self) -> QuoteBillFrom | None:
        """From when."""
        return None if self._bill_from is UNSET else self._bill_from

    @property
    def bill_to(self) -> QuoteBillUntil | None:
        """Until when."""
        return None if self._bill_to is UNSET else self._bill_to


from .quote_bill_from import QuoteBillFrom  # noqa: E402
from .quote_bill_until import QuoteBillUntil  # noqa: E402
