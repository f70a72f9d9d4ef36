"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .entitlement_status import EntitlementStatus


class EntitlementPartnerInfo(Model, frozen=True):
    """What a partner sees of an entitlement."""

    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _invoice_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroupId")
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _slug: str | None | UnsetType = msgspec.field(default=UNSET, name="slug")
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _offering_key: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringKey")
    _transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountId"
    )
    _relates_to_entitlements: list[EntitlementRelationship | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="relatesToEntitlements")
    )
    _relates_from_entitlements: list[EntitlementRelationship | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="relatesFromEntitlements")
    )
    _subscription: SubscriptionSummary | None | UnsetType = msgspec.field(
        default=UNSET, name="subscription"
    )
    _provisioned_resource: EntitlementResource | None | UnsetType = msgspec.field(
        default=UNSET, name="provisionedResource"
    )

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def invoice_group_id(self) -> str | None:
        """The invoice group that is billed."""
        return None if self._invoice_group_id is UNSET else self._invoice_group_id

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
    def offering_key(self) -> str | None:
        """The key of the offering."""
        return None if self._offering_key is UNSET else self._offering_key

    @property
    def transaction_account_id(self) -> str | None:
        """The transaction account that it belongs to."""
        return None if self._transaction_account_id is UNSET else self._transaction_account_id

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
    def subscription(self) -> SubscriptionSummary | None:
        """How it is billed."""
        return None if self._subscription is UNSET else self._subscription

    @property
    def provisioned_resource(self) -> EntitlementResource | None:
        """What was set up for it. It may be null."""
        return None if self._provisioned_resource is UNSET else self._provisioned_resource


from .entitlement_relationship import EntitlementRelationship  # noqa: E402
from .entitlement_resource import EntitlementResource  # noqa: E402
from .subscription_summary import SubscriptionSummary  # noqa: E402
