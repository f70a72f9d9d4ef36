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
class ApplicationMembershipInput(ResourceInput):
    """What a new one of application_memberships is given."""

    wire_type: ClassVar[str] = "application_memberships"
    relationships: ClassVar[frozenset[str]] = frozenset(
        {"api_credential", "membership", "membership_profile", "organization", "role"}
    )

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
    api_credential: str | ApiCredential = attrs.field(
        metadata=on_wire("api_credential", ToOne("api_credentials"), required=True)
    )
    """The application."""
    membership: str | Membership | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("membership", ToOne("memberships"), nullable=True)
    )
    """The member."""
    membership_profile: str | MembershipProfile | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("membership_profile", ToOne("membership_profiles"), nullable=True),
    )
    """The profile whose members they are."""
    organization: str | Organization = attrs.field(
        metadata=on_wire("organization", ToOne("organizations"), required=True)
    )
    """The organization that it belongs to."""
    role: str | Role = attrs.field(metadata=on_wire("role", ToOne("roles"), required=True))
    """What the member may do in the application."""


from .api_credential import ApiCredential  # noqa: E402
from .membership import Membership  # noqa: E402
from .membership_profile import MembershipProfile  # noqa: E402
from .organization import Organization  # noqa: E402
from .role import Role  # noqa: E402
