"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class WorkspacePageLinks(Model, frozen=True):
    """The pages around, by cursors and not by addresses."""

    _self_: str | None | UnsetType = msgspec.field(default=UNSET, name="self")
    _prev: str | None | UnsetType = msgspec.field(default=UNSET, name="prev")
    _next: str | None | UnsetType = msgspec.field(default=UNSET, name="next")

    @property
    def self_(self) -> str | None:
        """This page."""
        return None if self._self_ is UNSET else self._self_

    @property
    def prev(self) -> str | None:
        """The page before."""
        return None if self._prev is UNSET else self._prev

    @property
    def next(self) -> str | None:
        """The next page; null on the last one."""
        return None if self._next is UNSET else self._next
