"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Range
from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import Integer, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class WorkspaceSearchInput(RequestModel):
    """What to search for. A cursor goes by itself, so each page after the first is asked for by
    that alone."""

    query: WorkspaceQuery | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("query", Nested(lambda: WorkspaceQuery))
    )
    """Which workspaces; left out, all."""
    limit: int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("limit", Bounded(Integer(32), (Range(least=1),)))
    )
    """The most workspaces to a page. The sample has 20; that 1,000 is the most stands only in what
    others have written."""
    sort: Sequence[WorkspaceSort] | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("sort", ListOf(Nested(lambda: WorkspaceSort)), nullable=True),
    )
    """What they are sorted by, the first field first."""
    cursor: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("cursor", Text()))
    """Where to go on, from the answer of the page before; with it no other property may be sent.
    The reference allows null too, which says nothing."""


from .workspace_query import WorkspaceQuery  # noqa: E402
from .workspace_sort import WorkspaceSort  # noqa: E402
