"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel, hide_attributes


@attrs.frozen(kw_only=True, repr=False)
class RefreshInput(RequestModel):
    """Which session is gone on with."""

    refresh_token: str = attrs.field(
        metadata=on_wire("refreshToken", Text(secret=True), required=True, secret=True)
    )
    """The refresh token of the newest answer of the session."""

    def __attrs_post_init__(self) -> None:
        hide_attributes(self, "refresh_token")
