"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.json_api.writing import ResourceInput, ToOne
from commerce_sdk.document.kinds import Integer, Plain, Text, on_wire


@attrs.frozen(kw_only=True, repr=False)
class ApiCredentialUpdateInput(ResourceInput):
    """What a change of one of api_credentials is given."""

    wire_type: ClassVar[str] = "api_credentials"
    relationships: ClassVar[frozenset[str]] = frozenset({"role"})

    id: str = attrs.field(
        metadata=on_wire("id", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """Which one."""
    name: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("name", Text()))
    """What it is called."""
    redirect_uri: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("redirect_uri", Text(), nullable=True)
    )
    """Where a person is sent back to after giving leave."""
    expires_in: int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("expires_in", Integer(64), nullable=True)
    )
    """Seconds that its tokens are good for, 7200 to 31536000."""
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
    role: str | Role | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("role", ToOne("roles"), nullable=True)
    )
    """What it may do."""


from .role import Role  # noqa: E402
