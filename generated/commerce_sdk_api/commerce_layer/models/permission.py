"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource


class Permission(Resource, frozen=True, eq=False):
    """What a role may do with one kind of resource."""

    wire_type: ClassVar[str] = "permissions"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "can_create",
            "can_read",
            "can_update",
            "can_destroy",
            "subject",
            "restrictions",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
            "organization",
            "role",
            "versions",
        }
    )
    shapes: ClassVar[Mapping[str, type]] = {"restrictions": dict, "metadata": dict}

    @property
    def can_create(self) -> bool | None:
        """Whether it may add some."""
        return self._attributes.get("can_create")

    @property
    def can_read(self) -> bool | None:
        """Whether it may read them."""
        return self._attributes.get("can_read")

    @property
    def can_update(self) -> bool | None:
        """Whether it may change them."""
        return self._attributes.get("can_update")

    @property
    def can_destroy(self) -> bool | None:
        """Whether it may take them away."""
        return self._attributes.get("can_destroy")

    @property
    def subject(self) -> str | None:
        """The kind of resource."""
        return self._attributes.get("subject")

    @property
    def restrictions(self) -> dict[str, Any] | None:
        """What it is restricted to, in a form that is not published."""
        return self._attributes.get("restrictions")

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
        """The organization of the role."""
        return self._one("organization", Organization)

    @property
    def role(self) -> Role | NotLoaded | None:
        """The role."""
        return self._one("role", Role)

    @property
    def versions(self) -> list[Version] | NotLoaded:
        """What was changed of it."""
        return self._many("versions", Version)


from .organization import Organization  # noqa: E402
from .role import Role  # noqa: E402
from .version import Version  # noqa: E402
