"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length, Rule
from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class WorkspaceQuery(RequestModel):
    """Which workspaces are looked for: one of `and`, `field`, `searchWorkspaces`, `features` and
    `policies`; `value` goes with `searchWorkspaces`. What comes of several at once is not
    published. (`nor`, which others have written of, is not in the reference.)"""

    rules_of_all: ClassVar[tuple[Rule, ...]] = (Length(least=1, of="fields"),)

    and_: Sequence[WorkspaceQuery] | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "and", Bounded(ListOf(Nested(lambda: WorkspaceQuery)), (Length(least=1, of="entries"),))
        ),
    )
    """Those that fit each of these."""
    field: WorkspaceField | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("field", Nested(lambda: WorkspaceField))
    )
    """Those of which a field has one of several values."""
    search_workspaces: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("searchWorkspaces", Text())
    )
    """Those with this text in their name or address. What `value` beside it is for is not
    published."""
    value: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("value", Text()))
    """Goes with `searchWorkspaces`."""
    features: Sequence[str] | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("features", Bounded(ListOf(Text()), (Length(least=1, of="entries"),))),
    )
    """Those with these features."""
    policies: Sequence[str] | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("policies", Bounded(ListOf(Text()), (Length(least=1, of="entries"),))),
    )
    """Those under these policies."""


from .workspace_field import WorkspaceField  # noqa: E402
