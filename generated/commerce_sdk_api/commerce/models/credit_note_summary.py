"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class CreditNoteSummary(Model, frozen=True):
    """What was given back of one invoice for one entitlement."""

    carries_money: ClassVar[bool] = True
    currency_places: ClassVar[tuple[str, ...]] = ("creditNotesIssued/*/currency",)
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _invoice_number: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceNumber")
    _entitlement_amount_details: CreditNoteAmounts | None | UnsetType = msgspec.field(
        default=UNSET, name="entitlementAmountDetails"
    )
    _credit_notes_issued: list[CreditNote | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="creditNotesIssued"
    )

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def invoice_number(self) -> str | None:
        """The number of the invoice."""
        return None if self._invoice_number is UNSET else self._invoice_number

    @property
    def entitlement_amount_details(self) -> CreditNoteAmounts | None:
        """What the entitlement cost, and what was given back."""
        return (
            None if self._entitlement_amount_details is UNSET else self._entitlement_amount_details
        )

    @property
    def credit_notes_issued(self) -> list[CreditNote] | None:
        """The credit notes of that entitlement on that invoice."""
        return (
            None
            if self._credit_notes_issued is UNSET or self._credit_notes_issued is None
            else objects(self._credit_notes_issued)
        )


from .credit_note import CreditNote  # noqa: E402
from .credit_note_amounts import CreditNoteAmounts  # noqa: E402
