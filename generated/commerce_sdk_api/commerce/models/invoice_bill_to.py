"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class InvoiceBillTo(Model, frozen=True):
    """Who is billed."""

    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _tax_id: str | None | UnsetType = msgspec.field(default=UNSET, name="taxId")
    _tax_ids: list[InvoiceTaxId | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="taxIds"
    )
    _postal_address: InvoiceAddress | None | UnsetType = msgspec.field(
        default=UNSET, name="postalAddress"
    )
    _price_eligibility: dict[str, bool | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="priceEligibility"
    )

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def tax_id(self) -> str | None:
        """The tax number."""
        return None if self._tax_id is UNSET else self._tax_id

    @property
    def tax_ids(self) -> list[InvoiceTaxId] | None:
        """The tax numbers."""
        return None if self._tax_ids is UNSET or self._tax_ids is None else objects(self._tax_ids)

    @property
    def postal_address(self) -> InvoiceAddress | None:
        """The postal address."""
        return None if self._postal_address is UNSET else self._postal_address

    @property
    def price_eligibility(self) -> dict[str, bool | None] | None:
        """Which special prices the party may have, by name."""
        return None if self._price_eligibility is UNSET else self._price_eligibility


from .invoice_address import InvoiceAddress  # noqa: E402
from .invoice_tax_id import InvoiceTaxId  # noqa: E402
