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


class MembershipProfile(Resource, frozen=True, eq=False):
    """What several members are given in one."""

    wire_type: ClassVar[str] = "membership_profiles"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "name",
            "test_enabled",
            "access_scope",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
            "organization",
            "application_memberships",
        }
    )
    shapes: ClassVar[Mapping[str, type]] = {"metadata": dict}

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self._attributes.get("name")

    @property
    def test_enabled(self) -> bool | None:
        """Whether its members can get at test data."""
        return self._attributes.get("test_enabled")

    @property
    def access_scope(self) -> AccessScope | None:
        """Which data its members can get at."""
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
        """The organization that it belongs to."""
        return self._one("organization", Organization)

    @property
    def application_memberships(self) -> list[ApplicationMembership] | NotLoaded:
        """The applications that its members may use."""
        return self._many("application_memberships", ApplicationMembership)


from .application_membership import ApplicationMembership  # noqa: E402
from .organization import Organization  # noqa: E402
