"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class WorkspaceEntitlement(Model, frozen=True):
    """An entitlement that a workspace runs on."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _links: WorkspaceLinks | None | UnsetType = msgspec.field(default=UNSET, name="links")
    _attributes: WorkspaceEntitlementAttributes | None | UnsetType = msgspec.field(
        default=UNSET, name="attributes"
    )

    @property
    def id(self) -> str | None:
        """The entitlement's id."""
        return None if self._id is UNSET else self._id

    @property
    def type(self) -> str | None:
        """`entitlements`."""
        return None if self._type is UNSET else self._type

    @property
    def links(self) -> WorkspaceLinks | None:
        """Where it can be found."""
        return None if self._links is UNSET else self._links

    @property
    def attributes(self) -> WorkspaceEntitlementAttributes | None:
        """What is known of it."""
        return None if self._attributes is UNSET else self._attributes


from .workspace_entitlement_attributes import WorkspaceEntitlementAttributes  # noqa: E402
from .workspace_links import WorkspaceLinks  # noqa: E402
