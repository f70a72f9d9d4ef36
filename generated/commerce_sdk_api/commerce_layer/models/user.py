"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.resource import Resource


class User(Resource, frozen=True, eq=False):
    """Who the credential belongs to."""

    wire_type: ClassVar[str] = "users"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "email",
            "first_name",
            "last_name",
            "time_zone",
            "otp_required_for_login",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
        }
    )
    shapes: ClassVar[Mapping[str, type]] = {"metadata": dict}

    @property
    def email(self) -> str | None:
        """The person's e-mail address."""
        return self._attributes.get("email")

    @property
    def first_name(self) -> str | None:
        """The person's first name."""
        return self._attributes.get("first_name")

    @property
    def last_name(self) -> str | None:
        """The person's last name."""
        return self._attributes.get("last_name")

    @property
    def time_zone(self) -> str | None:
        """The person's time zone."""
        return self._attributes.get("time_zone")

    @property
    def otp_required_for_login(self) -> bool | None:
        """Whether a second factor is asked for."""
        return self._attributes.get("otp_required_for_login")

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
