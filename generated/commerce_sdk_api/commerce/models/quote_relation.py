"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import choice, plain
from commerce_sdk.model import Model

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
        return choice(QuoteRelationReferenceType, self._reference_type)

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return plain(self._entitlement_id)

    @property
    def line_item_id(self) -> str | None:
        """The line of the quote."""
        return plain(self._line_item_id)

    @property
    def relationship_type(self) -> str | None:
        """The kind of relation, such as APP_DEPENDENCE."""
        return plain(self._relationship_type)
