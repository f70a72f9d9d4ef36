"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.json_api.writing import ResourceInput
from commerce_sdk.document.kinds import Boolean, Plain, Text, on_wire


@attrs.frozen(kw_only=True, repr=False)
class RoleUpdateInput(ResourceInput):
    """What a change of one of roles is given."""

    wire_type: ClassVar[str] = "roles"

    id: str = attrs.field(
        metadata=on_wire("id", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """Which one."""
    name: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("name", Text()))
    """What it is called."""
    add_missing_base_permissions: bool | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("_add_missing_base_permissions", Boolean())
    )
    """Give it the permissions that every role has and that it lacks."""
    reference: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("reference", Text(), nullable=True)
    )
    """What the caller knows it by. Whether it has to be unique is not published."""
    reference_origin: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("reference_origin", Text(), nullable=True)
    )
    """Where the reference comes from."""
    metadata: Mapping[str, Any] | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("metadata", MapOf(Plain()), nullable=True)
    )
    """What the caller keeps with it, of any shape."""
