"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class RefreshInput(RequestModel):
    """Which login goes on."""

    refresh_token: str = attrs.field(metadata=on_wire("refreshToken", Text(), required=True))
    """`refreshToken`."""
