"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource

from .access_scope import AccessScope
from .membership_status import MembershipStatus


class Membership(Resource, frozen=True, eq=False):
    """That a person belongs to an organization, or was invited to."""

    wire_type: ClassVar[str] = "memberships"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "user_email",
            "user_first_name",
            "user_last_name",
            "status",
            "owner",
            "test_enabled",
            "access_scope",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
            "organization",
            "role",
            "application_memberships",
            "membership_profile",
            "versions",
        }
    )
    shapes: ClassVar[Mapping[str, type]] = {"metadata": dict}

    @property
    def user_email(self) -> str | None:
        """The person's e-mail address."""
        return self._attributes.get("user_email")

    @property
    def user_first_name(self) -> str | None:
        """The person's first name."""
        return self._attributes.get("user_first_name")

    @property
    def user_last_name(self) -> str | None:
        """The person's last name."""
        return self._attributes.get("user_last_name")

    @property
    def status(self) -> MembershipStatus | None:
        """Whether the person has accepted."""
        value = self._attributes.get("status")
        return None if value is None else choice(MembershipStatus, value)

    @property
    def owner(self) -> bool | None:
        """Whether the person owns the organization."""
        return self._attributes.get("owner")

    @property
    def test_enabled(self) -> bool | None:
        """Whether the person can get at test data."""
        return self._attributes.get("test_enabled")

    @property
    def access_scope(self) -> AccessScope | None:
        """Which data the person can get at."""
        value = self._attributes.get("access_scope")
        return None if value is None else choice(AccessScope, value)

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
    def organization(self) -> Organization | NotLoaded | None:
        """The organization."""
        return self._one("organization", Organization)

    @property
    def role(self) -> Role | NotLoaded | None:
        """What the person may do."""
        return self._one("role", Role)

    @property
    def application_memberships(self) -> list[ApplicationMembership] | NotLoaded:
        """The applications that the person may use."""
        return self._many("application_memberships", ApplicationMembership)

    @property
    def membership_profile(self) -> MembershipProfile | NotLoaded | None:
        """The profile that the person shares."""
        return self._one("membership_profile", MembershipProfile)

    @property
    def versions(self) -> list[Version] | NotLoaded:
        """What was changed of it."""
        return self._many("versions", Version)


from .application_membership import ApplicationMembership  # noqa: E402
from .membership_profile import MembershipProfile  # noqa: E402
from .organization import Organization  # noqa: E402
from .role import Role  # noqa: E402
from .version import Version  # noqa: E402
