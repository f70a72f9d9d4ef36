"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Boolean, Text, on_wire
from commerce_sdk.document.request_model import RequestModel, hide_attributes


@attrs.frozen(kw_only=True, repr=False)
class LoginInput(RequestModel):
    """Who logs in."""

    email: str = attrs.field(metadata=on_wire("email", Text(), required=True))
    """The user's e-mail address."""
    password: str = attrs.field(
        metadata=on_wire("password", Text(secret=True), required=True, secret=True)
    )
    """The user's password. The page's own sample is shorter than the least length that its data
    names, 8, so no length is checked before it is sent."""
    remember: bool | UnsetType = attrs.field(default=UNSET, metadata=on_wire("remember", Boolean()))
    """Whether the refresh token is to last, for 30 days. Left out, the platform takes `false`."""

    def __attrs_post_init__(self) -> None:
        hide_attributes(self, "password")
