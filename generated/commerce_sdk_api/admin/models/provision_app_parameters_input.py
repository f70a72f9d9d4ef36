"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class ProvisionAppParametersInput(RequestModel):
    """The app."""

    admin_email: str = attrs.field(
        metadata=on_wire("adminEmail", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """The e-mail address of who administers it."""
    app_key: str = attrs.field(
        metadata=on_wire("appKey", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """The app's key."""
