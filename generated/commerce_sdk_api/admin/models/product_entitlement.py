"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.model import Model

from .entitlement_provisioning_status import EntitlementProvisioningStatus


class ProductEntitlement(Model, frozen=True):
    """An entitlement of a product."""

    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlement_id")
    _provisioning_status: str | None | UnsetType = msgspec.field(
        default=UNSET, name="provisioning_status"
    )
    _suspension_reasons: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="suspension_reasons"
    )
    _can_reactivate: bool | None | UnsetType = msgspec.field(default=UNSET, name="can_reactivate")

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement's id, by which the commerce platform knows it."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def provisioning_status(self) -> EntitlementProvisioningStatus | None:
        """Whether it is there to be used."""
        return (
            None
            if self._provisioning_status is UNSET or self._provisioning_status is None
            else choice(EntitlementProvisioningStatus, self._provisioning_status)
        )

    @property
    def suspension_reasons(self) -> list[str] | None:
        """Why it is suspended, where it is."""
        return (
            None
            if self._suspension_reasons is UNSET or self._suspension_reasons is None
            else objects(self._suspension_reasons)
        )

    @property
    def can_reactivate(self) -> bool | None:
        """Whether it can be brought back."""
        return None if self._can_reactivate is UNSET else self._can_reactivate
