"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .entitlement_status import EntitlementStatus


class EntitlementV2(Model, frozen=True):
    """What an account may use, with its subscription in the older shape (v2)."""

    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _slug: str | None | UnsetType = msgspec.field(default=UNSET, name="slug")
    _offering_key: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringKey")
    _opted_quantities: list[EntitlementQuantity | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="optedQuantities"
    )
    _feature_variables: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="featureVariables"
    )
    _transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountId"
    )
    _order: EntitlementOrder | None | UnsetType = msgspec.field(default=UNSET, name="order")
    _relates_to_entitlements: list[EntitlementRelationship | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="relatesToEntitlements")
    )
    _relates_from_entitlements: list[EntitlementRelationship | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="relatesFromEntitlements")
    )
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _invoice_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroupId")
    _entitlement_template: EntitlementTemplate | None | UnsetType = msgspec.field(
        default=UNSET, name="entitlementTemplate"
    )
    _subscriptionv2: SubscriptionV2 | None | UnsetType = msgspec.field(
        default=UNSET, name="subscriptionv2"
    )

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def status(self) -> EntitlementStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(EntitlementStatus, self._status)
        )

    @property
    def slug(self) -> str | None:
        """Its id for people."""
        return None if self._slug is UNSET else self._slug

    @property
    def offering_key(self) -> str | None:
        """The key of the offering."""
        return None if self._offering_key is UNSET else self._offering_key

    @property
    def opted_quantities(self) -> list[EntitlementQuantity] | None:
        """How many of each charge element were chosen."""
        return (
            None
            if self._opted_quantities is UNSET or self._opted_quantities is None
            else objects(self._opted_quantities)
        )

    @property
    def feature_variables(self) -> dict[str, str | None] | None:
        """Values of features."""
        return None if self._feature_variables is UNSET else self._feature_variables

    @property
    def transaction_account_id(self) -> str | None:
        """The transaction account that it belongs to."""
        return None if self._transaction_account_id is UNSET else self._transaction_account_id

    @property
    def order(self) -> EntitlementOrder | None:
        """The order that it came from."""
        return None if self._order is UNSET else self._order

    @property
    def relates_to_entitlements(self) -> list[EntitlementRelationship] | None:
        """Relations that lead from others to it."""
        return (
            None
            if self._relates_to_entitlements is UNSET or self._relates_to_entitlements is None
            else objects(self._relates_to_entitlements)
        )

    @property
    def relates_from_entitlements(self) -> list[EntitlementRelationship] | None:
        """Relations that lead from it to others."""
        return (
            None
            if self._relates_from_entitlements is UNSET or self._relates_from_entitlements is None
            else objects(self._relates_from_entitlements)
        )

    @property
    def created_at(self) -> datetime.datetime | int | None:
        """When it was created."""
        return (
            None
            if self._created_at is UNSET or self._created_at is None
            else from_epoch_ms(self._created_at)
        )

    @property
    def updated_at(self) -> datetime.datetime | int | None:
        """When it last changed."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else from_epoch_ms(self._updated_at)
        )

    @property
    def invoice_group_id(self) -> str | None:
        """The invoice group that is billed."""
        return None if self._invoice_group_id is UNSET else self._invoice_group_id

    @property
    def entitlement_template(self) -> EntitlementTemplate | None:
        """The template that it was made by."""
        return None if self._entitlement_template is UNSET else self._entitlement_template

    @property
    def subscriptionv2(self) -> SubscriptionV2 | None:
        """How it is billed. The name is the wire's own."""
        return None if self._subscriptionv2 is UNSET else self._subscriptionv2


from .entitlement_order import EntitlementOrder  # noqa: E402
from .entitlement_quantity import EntitlementQuantity  # noqa: E402
from .entitlement_relationship import EntitlementRelationship  # noqa: E402
from .entitlement_template import EntitlementTemplate  # noqa: E402
from .subscription_v2 import SubscriptionV2  # noqa: E402
