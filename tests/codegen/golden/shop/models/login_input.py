"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class LoginInput(RequestModel):
    """Who logs in."""

    email: str = attrs.field(metadata=on_wire("email", Text(), required=True))
    """`email`."""
    password: str = attrs.field(metadata=on_wire("password", Text(), required=True))
    """`password`."""
