"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .quote_relation_reference_type import QuoteRelationReferenceType


class QuoteRelation(Model, frozen=True):
    """A relation that leads from the line's entitlement to another one."""

    _reference_type: str | None | UnsetType = msgspec.field(default=UNSET, name="referenceType")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _line_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="lineItemId")
    _relationship_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="relationshipType"
    )

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

    @property
    def relationship_type(self) -> str | None:
        """The kind of relation, such as APP_DEPENDENCE."""
        return None if self._relationship_type is UNSET else self._relationship_type
