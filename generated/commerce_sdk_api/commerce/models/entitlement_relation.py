"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class EntitlementRelation(Model, frozen=True, tag_field="referenceType", tag="ENTITLEMENT"):
    """A relation from an entitlement that exists."""

    _relationship_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="relationshipType"
    )
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")

    @property
    def relationship_type(self) -> str | None:
        """The kind of relation: FAMILY_CONTAINER, ENTERPRISE and APP_DEPENDENCE have been seen;
        the offerings know more."""
        return None if self._relationship_type is UNSET else self._relationship_type

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement at the other end."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def reference_type(self) -> str:
        """Says that the other end is an entitlement."""
        return "ENTITLEMENT"
