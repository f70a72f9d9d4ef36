"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Workspace(Model, frozen=True):
    """An instance of a product on a site."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _app_type: str | None | UnsetType = msgspec.field(default=UNSET, name="appType")
    _attributes: WorkspaceAttributes | None | UnsetType = msgspec.field(
        default=UNSET, name="attributes"
    )
    _links: WorkspaceLinks | None | UnsetType = msgspec.field(default=UNSET, name="links")
    _relationships: WorkspaceRelationships | None | UnsetType = msgspec.field(
        default=UNSET, name="relationships"
    )

    @property
    def id(self) -> str | None:
        """The workspace's resource name (ARI), by which the installations know the product."""
        return None if self._id is UNSET else self._id

    @property
    def type(self) -> str | None:
        """The product's name."""
        return None if self._type is UNSET else self._type

    @property
    def app_type(self) -> str | None:
        """What kind of app it is. Only one page of the reference has it."""
        return None if self._app_type is UNSET else self._app_type

    @property
    def attributes(self) -> WorkspaceAttributes | None:
        """What is known of it."""
        return None if self._attributes is UNSET else self._attributes

    @property
    def links(self) -> WorkspaceLinks | None:
        """Where it can be found."""
        return None if self._links is UNSET else self._links

    @property
    def relationships(self) -> WorkspaceRelationships | None:
        """What belongs to it."""
        return None if self._relationships is UNSET else self._relationships


from .workspace_attributes import WorkspaceAttributes  # noqa: E402
from .workspace_links import WorkspaceLinks  # noqa: E402
from .workspace_relationships import WorkspaceRelationships  # noqa: E402
