"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class WorkspacePage(Model, frozen=True):
    """A page of workspaces."""

    _data: list[Workspace | None] | None | UnsetType = msgspec.field(default=UNSET, name="data")
    _links: WorkspacePageLinks | None | UnsetType = msgspec.field(default=UNSET, name="links")
    _meta: WorkspacePageMeta | None | UnsetType = msgspec.field(default=UNSET, name="meta")

    @property
    def data(self) -> list[Workspace] | None:
        """The workspaces of this page."""
        return None if self._data is UNSET or self._data is None else objects(self._data)

    @property
    def links(self) -> WorkspacePageLinks | None:
        """The cursors of the pages around."""
        return None if self._links is UNSET else self._links

    @property
    def meta(self) -> WorkspacePageMeta | None:
        """Where the page stands in the whole list."""
        return None if self._meta is UNSET else self._meta


from .workspace import Workspace  # noqa: E402
from .workspace_page_links import WorkspacePageLinks  # noqa: E402
from .workspace_page_meta import WorkspacePageMeta  # noqa: E402
