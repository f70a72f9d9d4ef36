"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class EntitlementDisplayInfo(Model, frozen=True):
    """What to call an entitlement on a screen."""

    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _provisioned_resource: EntitlementResource | None | UnsetType = msgspec.field(
        default=UNSET, name="provisionedResource"
    )

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def provisioned_resource(self) -> EntitlementResource | None:
        """What was set up for it. It may be null."""
        return None if self._provisioned_resource is UNSET else self._provisioned_resource


from .entitlement_resource import EntitlementResource  # noqa: E402
