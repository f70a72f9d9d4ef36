"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class InvoiceRelations(Model, frozen=True):
    """The relations of a line's entitlement."""

    _relates_to_entitlements: list[EntitlementRelationship | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="relatesToEntitlements")
    )
    _relates_from_entitlements: list[EntitlementRelationship | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="relatesFromEntitlements")
    )

    @property
    def relates_to_entitlements(self) -> list[EntitlementRelationship] | None:
        """Relations that lead from others to it."""
        return (
            None
            if self._relates_to_entitlements is UNSET or self._relates_to_entitlements is None
            else objects(self._relates_to_entitlements)
        )

    @property
    def relates_from_entitlements(self) -> list[EntitlementRelationship] | None:
        """Relations that lead from it to others."""
        return (
            None
            if self._relates_from_entitlements is UNSET or self._relates_from_entitlements is None
            else objects(self._relates_from_entitlements)
        )


from .entitlement_relationship import EntitlementRelationship  # noqa: E402
