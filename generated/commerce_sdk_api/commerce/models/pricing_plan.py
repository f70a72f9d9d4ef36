"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, each, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .catalog_billing_system import CatalogBillingSystem
from .catalog_status import CatalogStatus
from .currency import Currency
from .pricing_activation_reason import PricingActivationReason


class PricingPlan(Model, frozen=True):
    """What an offering costs in one currency. Amounts are in its currency. The published answers
    to writing one lack EARLY_ACCESS_PRICING among the reasons; they are taken for the same."""

    carries_money: ClassVar[bool] = True
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _description: str | None | UnsetType = msgspec.field(default=UNSET, name="description")
    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _product_id: str | None | UnsetType = msgspec.field(default=UNSET, name="productId")
    _offering_name: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringName")
    _ari: str | None | UnsetType = msgspec.field(default=UNSET, name="ari")
    _primary_cycle: PricingCycle | None | UnsetType = msgspec.field(
        default=UNSET, name="primaryCycle"
    )
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _max_new_quote_date: int | None | UnsetType = msgspec.field(
        default=UNSET, name="maxNewQuoteDate"
    )
    _activated_with_reason: str | None | UnsetType = msgspec.field(
        default=UNSET, name="activatedWithReason"
    )
    _items: list[PricingPlanItem | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="items"
    )
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _relationships: list[PricingPlanRelation | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="relationships"
    )
    _supported_billing_systems: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="supportedBillingSystems"
    )
    _activation_date: int | None | UnsetType = msgspec.field(default=UNSET, name="activationDate")
    _created_by: str | None | UnsetType = msgspec.field(default=UNSET, name="createdBy")
    _managed_by: str | None | UnsetType = msgspec.field(default=UNSET, name="managedBy")
    _catalog_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="catalogAccountId"
    )

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def updated_at(self) -> datetime.datetime | int | None:
        """When it last changed."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else from_epoch_ms(self._updated_at)
        )

    @property
    def description(self) -> str | None:
        """What it is, in words."""
        return None if self._description is UNSET else self._description

    @property
    def offering_id(self) -> str | None:
        """The offering."""
        return None if self._offering_id is UNSET else self._offering_id

    @property
    def product_id(self) -> str | None:
        """The product."""
        return None if self._product_id is UNSET else self._product_id

    @property
    def offering_name(self) -> str | None:
        """The name of the offering."""
        return None if self._offering_name is UNSET else self._offering_name

    @property
    def ari(self) -> str | None:
        """The platform's resource name of it."""
        return None if self._ari is UNSET else self._ari

    @property
    def primary_cycle(self) -> PricingCycle | None:
        """The main billing cycle."""
        return None if self._primary_cycle is UNSET else self._primary_cycle

    @property
    def status(self) -> CatalogStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(CatalogStatus, self._status)
        )

    @property
    def currency(self) -> Currency | None:
        """The currency of the amounts."""
        return (
            None
            if self._currency is UNSET or self._currency is None
            else choice(Currency, self._currency)
        )

    @property
    def type(self) -> str | None:
        """What kind it is; COMMERCIAL was seen."""
        return None if self._type is UNSET else self._type

    @property
    def max_new_quote_date(self) -> datetime.datetime | int | None:
        """Until when new quotes can use the plan."""
        return (
            None
            if self._max_new_quote_date is UNSET or self._max_new_quote_date is None
            else from_epoch_ms(self._max_new_quote_date)
        )

    @property
    def activated_with_reason(self) -> PricingActivationReason | None:
        """Why the plan was brought into force."""
        return (
            None
            if self._activated_with_reason is UNSET or self._activated_with_reason is None
            else choice(PricingActivationReason, self._activated_with_reason)
        )

    @property
    def items(self) -> list[PricingPlanItem] | None:
        """What it holds, one by one."""
        return None if self._items is UNSET or self._items is None else objects(self._items)

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def relationships(self) -> list[PricingPlanRelation] | None:
        """How the plan came from others."""
        return (
            None
            if self._relationships is UNSET or self._relationships is None
            else objects(self._relationships)
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
    def activation_date(self) -> datetime.datetime | int | None:
        """When the plan came into force."""
        return (
            None
            if self._activation_date is UNSET or self._activation_date is None
            else from_epoch_ms(self._activation_date)
        )

    @property
    def created_by(self) -> str | None:
        """Who created it."""
        return None if self._created_by is UNSET else self._created_by

    @property
    def managed_by(self) -> str | None:
        """Who looks after it."""
        return None if self._managed_by is UNSET else self._managed_by

    @property
    def catalog_account_id(self) -> str | None:
        """The account whose catalogue it is in."""
        return None if self._catalog_account_id is UNSET else self._catalog_account_id


from .pricing_cycle import PricingCycle  # noqa: E402
from .pricing_plan_item import PricingPlanItem  # noqa: E402
from .pricing_plan_relation import PricingPlanRelation  # noqa: E402
