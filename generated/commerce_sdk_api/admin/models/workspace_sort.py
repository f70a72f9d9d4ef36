"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Choice, Text, on_wire
from commerce_sdk.document.request_model import RequestModel

from .sort_order import SortOrder


@attrs.frozen(kw_only=True, repr=False)
class WorkspaceSort(RequestModel):
    """What workspaces are sorted by."""

    field: str = attrs.field(
        metadata=on_wire("field", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """The field, by its path, such as `attributes.name.raw`."""
    order: SortOrder | str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("order", Choice(lambda: SortOrder))
    )
    """In which direction."""
