"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, each, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .catalog_billing_system import CatalogBillingSystem
from .catalog_status import CatalogStatus
from .offering_hosting_type import OfferingHostingType
from .offering_pricing_type import OfferingPricingType


class Offering(Model, frozen=True):
    """A form in which a product is sold."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _description: str | None | UnsetType = msgspec.field(default=UNSET, name="description")
    _ari: str | None | UnsetType = msgspec.field(default=UNSET, name="ari")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _hosting_type: str | None | UnsetType = msgspec.field(default=UNSET, name="hostingType")
    _level: int | None | UnsetType = msgspec.field(default=UNSET, name="level")
    _product_id: str | None | UnsetType = msgspec.field(default=UNSET, name="productId")
    _slugs: list[str | None] | None | UnsetType = msgspec.field(default=UNSET, name="slugs")
    _pricing_type: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingType")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _supported_billing_systems: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="supportedBillingSystems"
    )
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _charge_elements: dict[str, OfferingChargeElement | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeElements"
    )
    _expiry_date: int | None | UnsetType = msgspec.field(default=UNSET, name="expiryDate")
    _release_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="releaseTimestamp"
    )
    _trial: OfferingTrial | None | UnsetType = msgspec.field(default=UNSET, name="trial")
    _offering_group: OfferingGroup | None | UnsetType = msgspec.field(
        default=UNSET, name="offeringGroup"
    )
    _relationship_requirements: list[OfferingRequirement | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="relationshipRequirements"
    )
    _derived_offerings: list[OfferingDerived | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="derivedOfferings"
    )
    _derived_from_offering: OfferingOrigin | None | UnsetType = msgspec.field(
        default=UNSET, name="derivedFromOffering"
    )
    _catalog_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="catalogAccountId"
    )

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def description(self) -> str | None:
        """What it is, in words."""
        return None if self._description is UNSET else self._description

    @property
    def ari(self) -> str | None:
        """The platform's resource name of it."""
        return None if self._ari is UNSET else self._ari

    @property
    def updated_at(self) -> datetime.datetime | int | None:
        """When it last changed."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else from_epoch_ms(self._updated_at)
        )

    @property
    def hosting_type(self) -> OfferingHostingType | None:
        """Where it runs."""
        return (
            None
            if self._hosting_type is UNSET or self._hosting_type is None
            else choice(OfferingHostingType, self._hosting_type)
        )

    @property
    def level(self) -> int | None:
        """Its rank among its siblings."""
        return None if self._level is UNSET else self._level

    @property
    def product_id(self) -> str | None:
        """The product."""
        return None if self._product_id is UNSET else self._product_id

    @property
    def slugs(self) -> list[str] | None:
        """Its ids for people."""
        return None if self._slugs is UNSET or self._slugs is None else objects(self._slugs)

    @property
    def pricing_type(self) -> OfferingPricingType | None:
        """Whether and how it is paid for."""
        return (
            None
            if self._pricing_type is UNSET or self._pricing_type is None
            else choice(OfferingPricingType, self._pricing_type)
        )

    @property
    def status(self) -> CatalogStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(CatalogStatus, self._status)
        )

    @property
    def supported_billing_systems(self) -> list[CatalogBillingSystem] | None:
        """The billing systems that can bill it."""
        return (
            None
            if self._supported_billing_systems is UNSET or self._supported_billing_systems is None
            else each(
                self._supported_billing_systems, lambda entry: choice(CatalogBillingSystem, entry)
            )
        )

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def charge_elements(self) -> dict[str, OfferingChargeElement | None] | None:
        """What can be counted, by name."""
        return None if self._charge_elements is UNSET else self._charge_elements

    @property
    def expiry_date(self) -> datetime.datetime | int | None:
        """When the offering is no longer sold."""
        return (
            None
            if self._expiry_date is UNSET or self._expiry_date is None
            else from_epoch_ms(self._expiry_date)
        )

    @property
    def release_timestamp(self) -> datetime.datetime | int | None:
        """When the offering was released."""
        return (
            None
            if self._release_timestamp is UNSET or self._release_timestamp is None
            else from_epoch_ms(self._release_timestamp)
        )

    @property
    def trial(self) -> OfferingTrial | None:
        """The trial."""
        return None if self._trial is UNSET else self._trial

    @property
    def offering_group(self) -> OfferingGroup | None:
        """The group that the offering belongs to."""
        return None if self._offering_group is UNSET else self._offering_group

    @property
    def relationship_requirements(self) -> list[OfferingRequirement] | None:
        """The relations that it allows or needs."""
        return (
            None
            if self._relationship_requirements is UNSET or self._relationship_requirements is None
            else objects(self._relationship_requirements)
        )

    @property
    def derived_offerings(self) -> list[OfferingDerived] | None:
        """The offerings that were made from this one."""
        return (
            None
            if self._derived_offerings is UNSET or self._derived_offerings is None
            else objects(self._derived_offerings)
        )

    @property
    def derived_from_offering(self) -> OfferingOrigin | None:
        """The offering that this one was made from."""
        return None if self._derived_from_offering is UNSET else self._derived_from_offering

    @property
    def catalog_account_id(self) -> str | None:
        """The account whose catalogue it is in."""
        return None if self._catalog_account_id is UNSET else self._catalog_account_id


from .offering_charge_element import OfferingChargeElement  # noqa: E402
from .offering_derived import OfferingDerived  # noqa: E402
from .offering_group import OfferingGroup  # noqa: E402
from .offering_origin import OfferingOrigin  # noqa: E402
from .offering_requirement import OfferingRequirement  # noqa: E402
from .offering_trial import OfferingTrial  # noqa: E402
