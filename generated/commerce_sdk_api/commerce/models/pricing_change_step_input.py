"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingChangeStepInput(RequestModel):
    """One step of a change."""

    activate: PricingActivationInput | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("activate", Nested(lambda: PricingActivationInput))
    )
    """The plan that begins."""
    deactivate: PricingDeactivationInput | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("deactivate", Nested(lambda: PricingDeactivationInput))
    )
    """The plan that ends."""
    migrate: PricingMigrationInput | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("migrate", Nested(lambda: PricingMigrationInput))
    )
    """The customers who move."""


from .pricing_activation_input import PricingActivationInput  # noqa: E402
from .pricing_deactivation_input import PricingDeactivationInput  # noqa: E402
from .pricing_migration_input import PricingMigrationInput  # noqa: E402
