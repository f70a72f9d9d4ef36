"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.json_api.writing import ResourceInput
from commerce_sdk.document.kinds import Boolean, Plain, Text, on_wire
from commerce_sdk.document.request_model import hide_attributes


@attrs.frozen(kw_only=True, repr=False)
class IdentityProviderInput(ResourceInput):
    """What a new one of identity_providers is given."""

    wire_type: ClassVar[str] = "identity_providers"

    name: str = attrs.field(metadata=on_wire("name", Text(), required=True))
    """What it is called."""
    client_id: str = attrs.field(metadata=on_wire("client_id", Text(), required=True))
    """What the platform is known by at the provider."""
    client_secret: str = attrs.field(
        metadata=on_wire("client_secret", Text(secret=True), required=True, secret=True)
    )
    """The secret that the platform shows to the provider."""
    issuer: str = attrs.field(metadata=on_wire("issuer", Text(), required=True))
    """Who the provider says that it is."""
    domains: str = attrs.field(metadata=on_wire("domains", Text(), required=True))
    """The domains of its users, with commas between."""
    token_url: str = attrs.field(metadata=on_wire("token_url", Text(), required=True))
    """Where the provider gives tokens."""
    authorize_url: str = attrs.field(metadata=on_wire("authorize_url", Text(), required=True))
    """Where the provider asks a person."""
    jwks_url: str = attrs.field(metadata=on_wire("jwks_url", Text(), required=True))
    """Where the provider keeps its keys."""
    organization: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("organization", Text(), nullable=True)
    )
    """The organization of its users, named in a way that is not published."""
    disable: bool | UnsetType = attrs.field(default=UNSET, metadata=on_wire("_disable", Boolean()))
    """Disable it."""
    enable: bool | UnsetType = attrs.field(default=UNSET, metadata=on_wire("_enable", Boolean()))
    """Enable it again."""
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

    def __attrs_post_init__(self) -> None:
        hide_attributes(self, "client_secret")
