"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class WorkspaceRelationships(Model, frozen=True):
    """What belongs to a workspace."""

    _entitlement: list[WorkspaceEntitlement | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="entitlement"
    )

    @property
    def entitlement(self) -> list[WorkspaceEntitlement] | None:
        """The entitlements that it runs on."""
        return (
            None
            if self._entitlement is UNSET or self._entitlement is None
            else objects(self._entitlement)
        )


from .workspace_entitlement import WorkspaceEntitlement  # noqa: E402
