"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource

from .role_kind import RoleKind


class Role(Resource, frozen=True, eq=False):
    """What members and credentials may do in an organization."""

    wire_type: ClassVar[str] = "roles"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "name",
            "kind",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
            "organization",
            "permissions",
            "memberships",
            "api_credentials",
            "versions",
        }
    )
    shapes: ClassVar[Mapping[str, type]] = {"metadata": dict}

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self._attributes.get("name")

    @property
    def kind(self) -> RoleKind | None:
        """Where it comes from."""
        value = self._attributes.get("kind")
        return None if value is None else choice(RoleKind, value)

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
    def permissions(self) -> list[Permission] | NotLoaded:
        """What it may do."""
        return self._many("permissions", Permission)

    @property
    def memberships(self) -> list[Membership] | NotLoaded:
        """The members that have it."""
        return self._many("memberships", Membership)

    @property
    def api_credentials(self) -> list[ApiCredential] | NotLoaded:
        """The credentials that have it."""
        return self._many("api_credentials", ApiCredential)

    @property
    def versions(self) -> list[Version] | NotLoaded:
        """What was changed of it."""
        return self._many("versions", Version)


from .api_credential import ApiCredential  # noqa: E402
from .membership import Membership  # noqa: E402
from .organization import Organization  # noqa: E402
from .permission import Permission  # noqa: E402
from .version import Version  # noqa: E402
