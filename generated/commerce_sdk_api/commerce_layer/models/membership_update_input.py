"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.json_api.writing import ResourceInput, ToMany, ToOne
from commerce_sdk.document.kinds import Choice, Plain, Text, on_wire

from .access_scope import AccessScope


@attrs.frozen(kw_only=True, repr=False)
class MembershipUpdateInput(ResourceInput):
    """What a change of one of memberships is given."""

    wire_type: ClassVar[str] = "memberships"
    relationships: ClassVar[frozenset[str]] = frozenset(
        {"role", "application_memberships", "membership_profile"}
    )

    id: str = attrs.field(
        metadata=on_wire("id", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """Which one."""
    access_scope: AccessScope | str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("access_scope", Choice(lambda: AccessScope), nullable=True)
    )
    """Which data the person can get at."""
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
    role: str | Role | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("role", ToOne("roles"))
    )
    """What the person may do."""
    application_memberships: Sequence[str | ApplicationMembership] | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("application_memberships", ToMany("application_memberships")),
    )
    """The applications that the person may use."""
    membership_profile: str | MembershipProfile | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("membership_profile", ToOne("membership_profiles"), nullable=True),
    )
    """The profile that the person shares."""


from .application_membership import ApplicationMembership  # noqa: E402
from .membership_profile import MembershipProfile  # noqa: E402
from .role import Role  # noqa: E402
