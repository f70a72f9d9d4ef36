"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoicePlan(Model, frozen=True):
    """The plan that a line bills by. Real answers leave it out at times."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _sku: str | None | UnsetType = msgspec.field(default=UNSET, name="sku")
    _hosting_type: str | None | UnsetType = msgspec.field(default=UNSET, name="hostingType")
    _cycle: InvoiceCycle | None | UnsetType = msgspec.field(default=UNSET, name="cycle")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def type(self) -> str | None:
        """What kind it is; no values are published."""
        return None if self._type is UNSET else self._type

    @property
    def sku(self) -> str | None:
        """The stock number of the plan."""
        return None if self._sku is UNSET else self._sku

    @property
    def hosting_type(self) -> str | None:
        """Where it runs."""
        return None if self._hosting_type is UNSET else self._hosting_type

    @property
    def cycle(self) -> InvoiceCycle | None:
        """The billing cycle."""
        return None if self._cycle is UNSET else self._cycle


from .invoice_cycle import InvoiceCycle  # noqa: E402
