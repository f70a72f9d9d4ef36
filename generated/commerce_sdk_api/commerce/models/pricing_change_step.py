"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import plain
from commerce_sdk.model import Model


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
        return plain(self._activate)

    @property
    def deactivate(self) -> PricingDeactivation | None:
        """The plan that ends."""
        return plain(self._deactivate)

    @property
    def migrate(self) -> PricingMigration | None:
        """The customers who move."""
        return plain(self._migrate)


from .pricing_activation import PricingActivation  # noqa: E402
from .pricing_deactivation import PricingDeactivation  # noqa: E402
from .pricing_migration import PricingMigration  # noqa: E402
