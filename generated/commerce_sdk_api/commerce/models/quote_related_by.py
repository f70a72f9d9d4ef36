"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .quote_relation_reference_type import QuoteRelationReferenceType


class QuoteRelatedBy(Model, frozen=True):
    """What caused a line."""

    _reference_type: str | None | UnsetType = msgspec.field(default=UNSET, name="referenceType")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _line_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="lineItemId")

    @property
    def reference_type(self) -> QuoteRelationReferenceType | None:
        """What kind of thing is named."""
        return (
            None
            if self._reference_type is UNSET or self._reference_type is None
            else choice(QuoteRelationReferenceType, self._reference_type)
        )

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def line_item_id(self) -> str | None:
        """The line of the quote."""
        return None if self._line_item_id is UNSET else self._line_item_id
