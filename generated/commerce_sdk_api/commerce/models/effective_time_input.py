"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class EffectiveTimeInput(RequestModel):
    """From when and until when an item is to be in force."""

    ends_at: EndsAtInput = attrs.field(
        metadata=on_wire("endsAt", Nested(lambda: EndsAtInput), required=True)
    )
    """The end."""
    starts_at: StartsAtInput | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("startsAt", Nested(lambda: StartsAtInput), nullable=True)
    )
    """The start."""


from .ends_at_input import EndsAtInput  # noqa: E402
from .starts_at_input import StartsAtInput  # noqa: E402
