"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class ProvisionProductsParametersInput(RequestModel):
    """The site that products are provisioned on."""

    admin_email: str = attrs.field(
        metadata=on_wire("adminEmail", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """The e-mail address of who administers them."""
    name: str = attrs.field(
        metadata=on_wire("name", Bounded(Text(), (Length(least=1),)), required=True)
    )
    """The name of the site, what stands before `.atlassian.net` in its address; of a new one, the
    name that it is to have."""
    timezone: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("timezone", Bounded(Text(), (Length(least=1),)))
    )
    """The time zone of a new site, by its IANA name."""
