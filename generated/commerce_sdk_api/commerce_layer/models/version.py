"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.resource import Resource


class Version(Resource, frozen=True, eq=False):
    """A change of a resource."""

    wire_type: ClassVar[str] = "versions"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "resource_type",
            "resource_id",
            "event",
            "changes",
            "who",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
        }
    )
    shapes: ClassVar[Mapping[str, type]] = {"changes": dict, "who": dict, "metadata": dict}

    @property
    def resource_type(self) -> str | None:
        """The type of what was changed."""
        return self._attributes.get("resource_type")

    @property
    def resource_id(self) -> str | None:
        """The id of what was changed."""
        return self._attributes.get("resource_id")

    @property
    def event(self) -> str | None:
        """What happened."""
        return self._attributes.get("event")

    @property
    def changes(self) -> dict[str, Any] | None:
        """What was changed, in a form that is not published."""
        return self._attributes.get("changes")

    @property
    def who(self) -> dict[str, Any] | None:
        """Who changed it, in a form that is not published."""
        return self._attributes.get("who")

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
        """What a caller knows it by."""
        return self._attributes.get("reference")

    @property
    def reference_origin(self) -> str | None:
        """Where the reference comes from."""
        return self._attributes.get("reference_origin")

    @property
    def metadata(self) -> dict[str, Any] | None:
        """What a caller keeps with it, of any shape."""
        return self._attributes.get("metadata")
