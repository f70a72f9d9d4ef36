"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ImpactedEntitlement(Model, frozen=True):
    """Another entitlement that an item changed."""

    _version: str | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _order: ImplicitOrder | None | UnsetType = msgspec.field(default=UNSET, name="order")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")

    @property
    def version(self) -> str | None:
        """The entitlement's version."""
        return None if self._version is UNSET else self._version

    @property
    def order(self) -> ImplicitOrder | None:
        """The order that this amounts to."""
        return None if self._order is UNSET else self._order

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement's id."""
        return None if self._entitlement_id is UNSET else self._entitlement_id


from .implicit_order import ImplicitOrder  # noqa: E402
