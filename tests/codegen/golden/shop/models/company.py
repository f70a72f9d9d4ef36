"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Company(Model, frozen=True, tag_field="kind", tag="COMPANY"):
    """A company."""

    _vat: str | None | UnsetType = msgspec.field(default=UNSET, name="vat")

    @property
    def kind(self) -> str:
        """`kind`."""
        return "COMPANY"

    @property
    def vat(self) -> str | None:
        """`vat`."""
        return None if self._vat is UNSET else self._vat
