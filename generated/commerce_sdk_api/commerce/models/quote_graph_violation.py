"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import mapped, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class QuoteGraphViolation(Model, frozen=True):
    """A relation between entitlements that is missing, or one too many."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _offering_key: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringKey")
    _missing_from_relationships: list[QuoteMissingRelationship | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="missingFromRelationships")
    )
    _missing_to_relationships: list[QuoteMissingRelationship | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="missingToRelationships")
    )
    _relationship_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="relationshipType"
    )
    _offering_keys: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="offeringKeys"
    )
    _group: str | None | UnsetType = msgspec.field(default=UNSET, name="group")
    _min: int | None | UnsetType = msgspec.field(default=UNSET, name="min")
    _max: int | None | UnsetType = msgspec.field(default=UNSET, name="max")
    _count: int | None | UnsetType = msgspec.field(default=UNSET, name="count")
    _expected_groups: dict[str, list[str | None] | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="expectedGroups"
    )
    _timestamp_of_execution: int | None | UnsetType = msgspec.field(
        default=UNSET, name="timestampOfExecution"
    )

    @property
    def type(self) -> str | None:
        """The kind of violation; no values are published."""
        return None if self._type is UNSET else self._type

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def offering_key(self) -> str | None:
        """The key of the offering."""
        return None if self._offering_key is UNSET else self._offering_key

    @property
    def missing_from_relationships(self) -> list[QuoteMissingRelationship] | None:
        """Relations that should lead away from the entitlement."""
        return (
            None
            if self._missing_from_relationships is UNSET or self._missing_from_relationships is None
            else objects(self._missing_from_relationships)
        )

    @property
    def missing_to_relationships(self) -> list[QuoteMissingRelationship] | None:
        """Relations that should lead to the entitlement."""
        return (
            None
            if self._missing_to_relationships is UNSET or self._missing_to_relationships is None
            else objects(self._missing_to_relationships)
        )

    @property
    def relationship_type(self) -> str | None:
        """The kind of relation, such as APP_DEPENDENCE."""
        return None if self._relationship_type is UNSET else self._relationship_type

    @property
    def offering_keys(self) -> list[str] | None:
        """Keys of the offerings at fault."""
        return (
            None
            if self._offering_keys is UNSET or self._offering_keys is None
            else objects(self._offering_keys)
        )

    @property
    def group(self) -> str | None:
        """The group of offerings at fault."""
        return None if self._group is UNSET else self._group

    @property
    def min(self) -> int | None:
        """The fewest relations allowed."""
        return None if self._min is UNSET else self._min

    @property
    def max(self) -> int | None:
        """The most relations allowed."""
        return None if self._max is UNSET else self._max

    @property
    def count(self) -> int | None:
        """The relations found."""
        return None if self._count is UNSET else self._count

    @property
    def expected_groups(self) -> dict[str, list[str] | None] | None:
        """Offering keys that would do, by group."""
        return (
            None
            if self._expected_groups is UNSET or self._expected_groups is None
            else mapped(self._expected_groups, lambda entry: objects(entry))
        )

    @property
    def timestamp_of_execution(self) -> datetime.datetime | int | None:
        """When the check ran. The sources give a 64-bit integer and no unit; epoch milliseconds is
        read from the name and from all its siblings."""
        return (
            None
            if self._timestamp_of_execution is UNSET or self._timestamp_of_execution is None
            else from_epoch_ms(self._timestamp_of_execution)
        )


from .quote_missing_relationship import QuoteMissingRelationship  # noqa: E402
