"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .subscription_reference_type import SubscriptionReferenceType


class SubscriptionRelativeTo(Model, frozen=True):
    """What an allowance is counted by."""

    _reference_type: str | None | UnsetType = msgspec.field(default=UNSET, name="referenceType")
    _reference_value: str | None | UnsetType = msgspec.field(default=UNSET, name="referenceValue")

    @property
    def reference_type(self) -> SubscriptionReferenceType | None:
        """What kind of thing is named."""
        return (
            None
            if self._reference_type is UNSET or self._reference_type is None
            else choice(SubscriptionReferenceType, self._reference_type)
        )

    @property
    def reference_value(self) -> str | None:
        """What it is counted by."""
        return None if self._reference_value is UNSET else self._reference_value
