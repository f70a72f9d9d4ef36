"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.json_api.writing import ResourceInput, ToOne
from commerce_sdk.document.kinds import Plain, Text, on_wire


@attrs.frozen(kw_only=True, repr=False)
class RoleInput(ResourceInput):
    """What a new one of roles is given."""

    wire_type: ClassVar[str] = "roles"
    relationships: ClassVar[frozenset[str]] = frozenset({"organization"})

    name: str = attrs.field(metadata=on_wire("name", Text(), required=True))
    """What it is called."""
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
    organization: str | Organization = attrs.field(
        metadata=on_wire("organization", ToOne("organizations"), required=True)
    )
    """The organization that it belongs to."""


from .organization import Organization  # noqa: E402
