"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class BackupInput(RequestModel):
    """Another way in."""

    phrase: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("phrase", Text()))
    """`phrase`."""
