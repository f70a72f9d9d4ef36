"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .workspace_sandbox_type import WorkspaceSandboxType


class WorkspaceSandbox(Model, frozen=True):
    """Whether a workspace is a sandbox."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _parent_id: str | None | UnsetType = msgspec.field(default=UNSET, name="parentId")

    @property
    def type(self) -> WorkspaceSandboxType | None:
        """`CHILD` for the sandbox of another workspace, `NONE` for one that is none."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(WorkspaceSandboxType, self._type)
        )

    @property
    def parent_id(self) -> str | None:
        """The workspace that it is a sandbox of."""
        return None if self._parent_id is UNSET else self._parent_id
