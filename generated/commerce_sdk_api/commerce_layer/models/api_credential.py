"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.reading import whole_number
from commerce_sdk.secret import hide_texts

from .credential_mode import CredentialMode


class ApiCredential(Resource, frozen=True, eq=False):
    """What an application shows to use the platform's other APIs."""

    wire_type: ClassVar[str] = "api_credentials"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "name",
            "kind",
            "confidential",
            "redirect_uri",
            "client_id",
            "client_secret",
            "scopes",
            "expires_in",
            "mode",
            "custom",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
            "organization",
            "role",
        }
    )
    secret_names: ClassVar[frozenset[str]] = frozenset({"client_secret"})
    shapes: ClassVar[Mapping[str, type]] = {"metadata": dict}

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self._attributes.get("name")

    @property
    def kind(self) -> str | None:
        """What it is for, such as `webapp`, `sales_channel` or `integration`; or the kind of an
        app that is forked."""
        return self._attributes.get("kind")

    @property
    def confidential(self) -> bool | None:
        """Whether its secret can be kept."""
        return self._attributes.get("confidential")

    @property
    def redirect_uri(self) -> str | None:
        """Where a person is sent back to after giving leave."""
        return self._attributes.get("redirect_uri")

    @property
    def client_id(self) -> str | None:
        """What it is known by when a token is asked for."""
        return self._attributes.get("client_id")

    @property
    def client_secret(self) -> str | None:
        """The secret that a token is asked for with."""
        value = self._attributes.get("client_secret")
        return None if value is None else hide_texts(value)

    @property
    def scopes(self) -> str | None:
        """What its tokens are for."""
        return self._attributes.get("scopes")

    @property
    def expires_in(self) -> int | None:
        """Seconds that its tokens are good for, 7200 to 31536000."""
        value = self._attributes.get("expires_in")
        return None if value is None else whole_number(value, "$")

    @property
    def mode(self) -> CredentialMode | None:
        """Whether it is for test or live data."""
        value = self._attributes.get("mode")
        return None if value is None else choice(CredentialMode, value)

    @property
    def custom(self) -> bool | None:
        """Whether it is a custom one, in a sense that is not published."""
        return self._attributes.get("custom")

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
    def role(self) -> Role | NotLoaded | None:
        """What it may do."""
        return self._one("role", Role)


from .organization import Organization  # noqa: E402
from .role import Role  # noqa: E402
