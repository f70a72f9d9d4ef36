"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .proration_behaviour import ProrationBehaviour


class PricingProration(Model, frozen=True):
    """How a change within a cycle is billed."""

    _on_exceeding: str | None | UnsetType = msgspec.field(default=UNSET, name="onExceeding")
    _has_remediation_period: bool | None | UnsetType = msgspec.field(
        default=UNSET, name="hasRemediationPeriod"
    )

    @property
    def on_exceeding(self) -> ProrationBehaviour | None:
        """What happens when more is used than was paid."""
        return (
            None
            if self._on_exceeding is UNSET or self._on_exceeding is None
            else choice(ProrationBehaviour, self._on_exceeding)
        )

    @property
    def has_remediation_period(self) -> bool | None:
        """Whether there is a time to set things right."""
        return None if self._has_remediation_period is UNSET else self._has_remediation_period
