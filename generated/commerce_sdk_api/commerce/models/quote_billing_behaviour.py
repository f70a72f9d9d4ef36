"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .billing_behaviour_type import BillingBehaviourType


class QuoteBillingBehaviour(Model, frozen=True):
    """How billing of a line behaves."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")

    @property
    def type(self) -> BillingBehaviourType | None:
        """What kind it is."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(BillingBehaviourType, self._type)
        )
