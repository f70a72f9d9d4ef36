"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import plain
from commerce_sdk.model import Model


class InvoiceHeaderTaxId(Model, frozen=True):
    """A tax number in the head of an invoice."""

    _header_tax_id: str | None | UnsetType = msgspec.field(default=UNSET, name="headerTaxID")
    _tax_id_label: str | None | UnsetType = msgspec.field(default=UNSET, name="taxIdLabel")

    @property
    def header_tax_id(self) -> str | None:
        """The tax number."""
        return plain(self._header_tax_id)

    @property
    def tax_id_label(self) -> str | None:
        """What kind of tax number it is."""
        return plain(self._tax_id_label)
