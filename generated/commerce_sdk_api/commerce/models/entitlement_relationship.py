"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class EntitlementRelationship(Model, frozen=True):
    """A relation between two entitlements."""

    _relationship_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="relationshipType"
    )
    _relationship_id: str | None | UnsetType = msgspec.field(default=UNSET, name="relationshipId")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")

    @property
    def relationship_type(self) -> str | None:
        """The kind of relation, such as APP_DEPENDENCE."""
        return None if self._relationship_type is UNSET else self._relationship_type

    @property
    def relationship_id(self) -> str | None:
        """The relation's id."""
        return None if self._relationship_id is UNSET else self._relationship_id

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id
