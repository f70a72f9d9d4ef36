"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource


class ApplicationMembership(Resource, frozen=True, eq=False):
    """That a member, or all who share a profile, may use an application."""

    wire_type: ClassVar[str] = "application_memberships"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "filters",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
            "api_credential",
            "membership",
            "membership_profile",
            "organization",
            "role",
        }
    )
    shapes: ClassVar[Mapping[str, type]] = {"filters": dict, "metadata": dict}

    @property
    def filters(self) -> dict[str, Any] | None:
        """What of the application is shown."""
        return self._attributes.get("filters")

    @property
    def created_at(self) -> datetime.datetime | str | None:
        """When it was made."""
        value = self._attributes.get("created_at")
        return None if value is None else parse_rfc3339(value)

    @property
    def updated_at(self) -> datetime.datetime | str | None:
        """When it was last changed."""
        value = self._attributes.get("updated_at")
        return None if value is None else parse_rfc3339(value)

    @property
    def reference(self) -> str | None:
        """What the caller knows it by. Whether it has to be unique is not published."""
        return self._attributes.get("reference")

    @property
    def reference_origin(self) -> str | None:
        """Where the reference comes from."""
        return self._attributes.get("reference_origin")

    @property
    def metadata(self) -> dict[str, Any] | None:
        """What the caller keeps with it, of any shape."""
        return self._attributes.get("metadata")

    @property
    def api_credential(self) -> ApiCredential | NotLoaded | None:
        """The application."""
        return self._one("api_credential", ApiCredential)

    @property
    def membership(self) -> Membership | NotLoaded | None:
        """The member."""
        return self._one("membership", Membership)

    @property
    def membership_profile(self) -> MembershipProfile | NotLoaded | None:
        """The profile whose members they are."""
        return self._one("membership_profile", MembershipProfile)

    @property
    def organization(self) -> Organization | NotLoaded | None:
        """The organization that it belongs to."""
        return self._one("organization", Organization)

    @property
    def role(self) -> Role | NotLoaded | None:
        """What the member may do in the application."""
        return self._one("role", Role)


from .api_credential import ApiCredential  # noqa: E402
from .membership import Membership  # noqa: E402
from .membership_profile import MembershipProfile  # noqa: E402
from .organization import Organization  # noqa: E402
from .role import Role  # noqa: E402
