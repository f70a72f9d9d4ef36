"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .billing_cycle_name import BillingCycleName


class InvoiceCycle(Model, frozen=True):
    """A billing cycle."""

    _interval: str | None | UnsetType = msgspec.field(default=UNSET, name="interval")

    @property
    def interval(self) -> BillingCycleName | None:
        """The unit of time."""
        return (
            None
            if self._interval is UNSET or self._interval is None
            else choice(BillingCycleName, self._interval)
        )
