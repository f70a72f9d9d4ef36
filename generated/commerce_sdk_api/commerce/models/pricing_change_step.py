"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PricingChangeStep(Model, frozen=True):
    """One step of a change."""

    _activate: PricingActivation | None | UnsetType = msgspec.field(default=UNSET, name="activate")
    _deactivate: PricingDeactivation | None | UnsetType = msgspec.field(
        default=UNSET, name="deactivate"
    )
    _migrate: PricingMigration | None | UnsetType = msgspec.field(default=UNSET, name="migrate")

    @property
    def activate(self) -> PricingActivation | None:
        """The plan that begins."""
        return None if self._activate is UNSET else self._activate

    @property
    def deactivate(self) -> PricingDeactivation | None:
        """The plan that ends."""
        return None if self._deactivate is UNSET else self._deactivate

    @property
    def migrate(self) -> PricingMigration | None:
        """The customers who move."""
        return None if self._migrate is UNSET else self._migrate


from .pricing_activation import PricingActivation  # noqa: E402
from .pricing_deactivation import PricingDeactivation  # noqa: E402
from .pricing_migration import PricingMigration  # noqa: E402
