"""Generated from openapi/commerce_layer.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.json_api.writing import ResourceInput
from commerce_sdk.document.kinds import Plain, Text, on_wire


@attrs.frozen(kw_only=True, repr=False)
class OrganizationInput(ResourceInput):
    """What a new one of organizations is given."""

    wire_type: ClassVar[str] = "organizations"

    name: str = attrs.field(metadata=on_wire("name", Text(), required=True))
    """What it is called."""
    support_phone: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("support_phone", Text(), nullable=True)
    )
    """The phone number of its support."""
    support_email: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("support_email", Text(), nullable=True)
    )
    """The e-mail address of its support."""
    logo_url: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("logo_url", Text(), nullable=True)
    )
    """The address of its logo."""
    favicon_url: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("favicon_url", Text(), nullable=True)
    )
    """The address of its small icon."""
    primary_color: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("primary_color", Text(), nullable=True)
    )
    """Its first colour, as in CSS."""
    contrast_color: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("contrast_color", Text(), nullable=True)
    )
    """Its second colour, as in CSS."""
    gtm_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("gtm_id", Text(), nullable=True)
    )
    """Its id at Google Tag Manager, for live data."""
    gtm_id_test: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("gtm_id_test", Text(), nullable=True)
    )
    """Its id at Google Tag Manager, for test data."""
    region: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("region", Text(), nullable=True)
    )
    """Where it is served from. Left out, the platform takes `eu-west-1`."""
    config: Mapping[str, Any] | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("config", MapOf(Plain()), nullable=True)
    )
    """The settings of its applications."""
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
