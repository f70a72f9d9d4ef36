"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class OfferingChargeElement(Model, frozen=True):
    """What an offering allows of one charge element."""

    _ceiling: int | None | UnsetType = msgspec.field(default=UNSET, name="ceiling")
    _overrides: OfferingOverrides | None | UnsetType = msgspec.field(
        default=UNSET, name="overrides"
    )

    @property
    def ceiling(self) -> int | None:
        """The greatest quantity that can be ordered."""
        return None if self._ceiling is UNSET else self._ceiling

    @property
    def overrides(self) -> OfferingOverrides | None:
        """Whether the limits can be overridden."""
        return None if self._overrides is UNSET else self._overrides


from .offering_overrides import OfferingOverrides  # noqa: E402
