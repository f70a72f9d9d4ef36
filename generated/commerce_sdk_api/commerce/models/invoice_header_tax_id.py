"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoiceHeaderTaxId(Model, frozen=True):
    """A tax number in the head of an invoice."""

    _header_tax_id: str | None | UnsetType = msgspec.field(default=UNSET, name="headerTaxID")
    _tax_id_label: str | None | UnsetType = msgspec.field(default=UNSET, name="taxIdLabel")

    @property
    def header_tax_id(self) -> str | None:
        """The tax number."""
        return None if self._header_tax_id is UNSET else self._header_tax_id

    @property
    def tax_id_label(self) -> str | None:
        """What kind of tax number it is."""
        return None if self._tax_id_label is UNSET else self._tax_id_label
