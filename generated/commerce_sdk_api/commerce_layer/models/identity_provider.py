"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.secret import hide_texts

from .identity_provider_status import IdentityProviderStatus


class IdentityProvider(Resource, frozen=True, eq=False):
    """A provider of single sign-on for the domains of a user."""

    wire_type: ClassVar[str] = "identity_providers"
    known: ClassVar[frozenset[str]] = frozenset(
        {
            "name",
            "client_id",
            "client_secret",
            "issuer",
            "status",
            "domains",
            "token_url",
            "authorize_url",
            "jwks_url",
            "txt_record",
            "organization",
            "disabled_at",
            "created_at",
            "updated_at",
            "reference",
            "reference_origin",
            "metadata",
            "user",
        }
    )
    secret_names: ClassVar[frozenset[str]] = frozenset({"client_secret"})
    shapes: ClassVar[Mapping[str, type]] = {"metadata": dict}

    @property
    def name(self) -> str | None:
        """What it is called."""
        return self._attributes.get("name")

    @property
    def client_id(self) -> str | None:
        """What the platform is known by at the provider."""
        return self._attributes.get("client_id")

    @property
    def client_secret(self) -> str | None:
        """The secret that the platform shows to the provider."""
        value = self._attributes.get("client_secret")
        return None if value is None else hide_texts(value)

    @property
    def issuer(self) -> str | None:
        """Who the provider says that it is."""
        return self._attributes.get("issuer")

    @property
    def status(self) -> IdentityProviderStatus | None:
        """Whether its domains were found to be the user's."""
        value = self._attributes.get("status")
        return None if value is None else choice(IdentityProviderStatus, value)

    @property
    def domains(self) -> str | None:
        """The domains of its users, with commas between."""
        return self._attributes.get("domains")

    @property
    def token_url(self) -> str | None:
        """Where the provider gives tokens."""
        return self._attributes.get("token_url")

    @property
    def authorize_url(self) -> str | None:
        """Where the provider asks a person."""
        return self._attributes.get("authorize_url")

    @property
    def jwks_url(self) -> str | None:
        """Where the provider keeps its keys."""
        return self._attributes.get("jwks_url")

    @property
    def txt_record(self) -> str | None:
        """What has to stand in the DNS of the domains."""
        return self._attributes.get("txt_record")

    @property
    def organization(self) -> str | None:
        """The organization of its users, named in a way that is not published."""
        return self._attributes.get("organization")

    @property
    def disabled_at(self) -> datetime.datetime | str | None:
        """When it was disabled."""
        value = self._attributes.get("disabled_at")
        return None if value is None else parse_rfc3339(value)

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
    def user(self) -> User | NotLoaded | None:
        """Who added it."""
        return self._one("user", User)


from .user import User  # noqa: E402
