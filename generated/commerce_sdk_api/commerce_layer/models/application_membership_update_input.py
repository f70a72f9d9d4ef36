"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.json_api.writing import ResourceInput, ToOne
from commerce_sdk.document.kinds import Plain, Text, on_wire


@attrs.frozen(kw_only=True, repr=False)
class ApplicationMembershipUpdateInput(ResourceInput):
    """What a change of one of application_memberships is given."""

    wire_type: ClassVar[str] = "application_memberships"
    relationships: ClassVar[frozenset[str]] = frozenset({"membership_profile", "role"})

    id: str = attrs.field(
        metadata=on_wire("id", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """Which one."""
    filters: Mapping[str, Any] | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("filters", MapOf(Plain()), nullable=True)
    )
    """What of the application is shown."""
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
    membership_profile: str | MembershipProfile | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("membership_profile", ToOne("membership_profiles"), nullable=True),
    )
    """The profile whose members they are."""
    role: str | Role | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("role", ToOne("roles"))
    )
    """What the member may do in the application."""


from .membership_profile import MembershipProfile  # noqa: E402
from .role import Role  # noqa: E402
