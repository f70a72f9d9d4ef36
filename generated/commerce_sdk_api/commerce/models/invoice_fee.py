"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .invoice_fee_type import InvoiceFeeType


class InvoiceFee(Model, frozen=True):
    """What a fee line belongs to."""

    _parent_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="parentItemId")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _fee_details: InvoiceFeeDetails | None | UnsetType = msgspec.field(
        default=UNSET, name="feeDetails"
    )

    @property
    def parent_item_id(self) -> str | None:
        """The line that the fee belongs to."""
        return None if self._parent_item_id is UNSET else self._parent_item_id

    @property
    def type(self) -> InvoiceFeeType | None:
        """What kind it is."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(InvoiceFeeType, self._type)
        )

    @property
    def fee_details(self) -> InvoiceFeeDetails | None:
        """How the fee was worked out."""
        return None if self._fee_details is UNSET else self._fee_details


from .invoice_fee_details import InvoiceFeeDetails  # noqa: E402
