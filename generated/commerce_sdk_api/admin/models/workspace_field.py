"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import ListOf
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class WorkspaceField(RequestModel):
    """A field, and the values that are looked for."""

    name: str = attrs.field(
        metadata=on_wire("name", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """The field, by its path in a workspace, such as `attributes.name`."""
    values: Sequence[str] = attrs.field(
        metadata=on_wire(
            "values", Bounded(ListOf(Text()), (Length(least=1, of="entries"),)), required=True
        )
    )
    """The values, any of which will do."""
