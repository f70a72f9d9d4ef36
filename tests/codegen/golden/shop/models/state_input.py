"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class StateInput(RequestModel):
    """What a till's state is to be."""

    state: str = attrs.field(metadata=on_wire("state", Text(), required=True))
    """The state."""
