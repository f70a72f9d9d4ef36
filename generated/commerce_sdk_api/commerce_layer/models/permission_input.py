"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.json_api.writing import ResourceInput, ToOne
from commerce_sdk.document.kinds import Boolean, Plain, Text, on_wire


@attrs.frozen(kw_only=True, repr=False)
class PermissionInput(ResourceInput):
    """What a new one of permissions is given."""

    wire_type: ClassVar[str] = "permissions"
    relationships: ClassVar[frozenset[str]] = frozenset({"role"})

    can_create: bool = attrs.field(metadata=on_wire("can_create", Boolean(), required=True))
    """Whether it may add some."""
    can_read: bool = attrs.field(metadata=on_wire("can_read", Boolean(), required=True))
    """Whether it may read them."""
    can_update: bool = attrs.field(metadata=on_wire("can_update", Boolean(), required=True))
    """Whether it may change them."""
    can_destroy: bool = attrs.field(metadata=on_wire("can_destroy", Boolean(), required=True))
    """Whether it may take them away."""
    subject: str = attrs.field(metadata=on_wire("subject", Text(), required=True))
    """The kind of resource."""
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
    role: str | Role = attrs.field(metadata=on_wire("role", ToOne("roles"), required=True))
    """The role."""


from .role import Role  # noqa: E402
