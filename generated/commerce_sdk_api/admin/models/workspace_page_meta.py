"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class WorkspacePageMeta(Model, frozen=True):
    """Where a page stands in the whole list."""

    _attributes: dict[str, Any] | None | UnsetType = msgspec.field(default=UNSET, name="attributes")
    _page_size: int | None | UnsetType = msgspec.field(default=UNSET, name="pageSize")
    _start_index: int | None | UnsetType = msgspec.field(default=UNSET, name="startIndex")
    _end_index: int | None | UnsetType = msgspec.field(default=UNSET, name="endIndex")
    _total: int | None | UnsetType = msgspec.field(default=UNSET, name="total")

    @property
    def attributes(self) -> dict[str, Any] | None:
        """Null in the sample; the reference does not have it."""
        return None if self._attributes is UNSET else self._attributes

    @property
    def page_size(self) -> int | None:
        """How many workspaces a whole page has."""
        return None if self._page_size is UNSET else self._page_size

    @property
    def start_index(self) -> int | None:
        """The number of the page's first one, from 1 on."""
        return None if self._start_index is UNSET else self._start_index

    @property
    def end_index(self) -> int | None:
        """The number of the page's last one."""
        return None if self._end_index is UNSET else self._end_index

    @property
    def total(self) -> int | None:
        """How many workspaces the whole list has."""
        return None if self._total is UNSET else self._total
