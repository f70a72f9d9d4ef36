"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class WorkspaceLinks(Model, frozen=True):
    """Where something can be found."""

    _self_: str | None | UnsetType = msgspec.field(default=UNSET, name="self")

    @property
    def self_(self) -> str | None:
        """Its own address."""
        return None if self._self_ is UNSET else self._self_
