"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .proration_reason import ProrationReason


class ProrationInfo(Model, frozen=True):
    """Why part of a cycle was charged as it was."""

    _computed_reason_code: str | None | UnsetType = msgspec.field(
        default=UNSET, name="computedReasonCode"
    )

    @property
    def computed_reason_code(self) -> ProrationReason | None:
        """The reason."""
        return (
            None
            if self._computed_reason_code is UNSET or self._computed_reason_code is None
            else choice(ProrationReason, self._computed_reason_code)
        )
