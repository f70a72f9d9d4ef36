"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Integer, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class QuoteReferenceInput(RequestModel):
    """A quote at one version."""

    id: str = attrs.field(metadata=on_wire("id", Uuid(), required=True))
    """The quote's id."""
    version: int = attrs.field(metadata=on_wire("version", Integer(64), required=True))
    """The quote's version."""
