"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.json_api.writing import ResourceInput
from commerce_sdk.document.kinds import Plain, Text, on_wire


@attrs.frozen(kw_only=True, repr=False)
class UserUpdateInput(ResourceInput):
    """What a change of one of users is given."""

    wire_type: ClassVar[str] = "users"

    email: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("email", Text()))
    """The person's e-mail address."""
    first_name: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("first_name", Text()))
    """The person's first name."""
    last_name: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("last_name", Text()))
    """The person's last name."""
    time_zone: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("time_zone", Text(), nullable=True)
    )
    """The person's time zone."""
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
