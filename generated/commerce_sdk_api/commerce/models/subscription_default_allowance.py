"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .billing_cycle_name import BillingCycleName
from .subscription_allowance_recipient import SubscriptionAllowanceRecipient
from .subscription_allowance_type import SubscriptionAllowanceType


class SubscriptionDefaultAllowance(Model, frozen=True):
    """What is included by the plan."""

    _amount: int | None | UnsetType = msgspec.field(default=UNSET, name="amount")
    _unit: str | None | UnsetType = msgspec.field(default=UNSET, name="unit")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _cycle: str | None | UnsetType = msgspec.field(default=UNSET, name="cycle")
    _is_consumer: bool | None | UnsetType = msgspec.field(default=UNSET, name="isConsumer")
    _recipient_entity: str | None | UnsetType = msgspec.field(default=UNSET, name="recipientEntity")
    _relative_to: SubscriptionRelativeTo | None | UnsetType = msgspec.field(
        default=UNSET, name="relativeTo"
    )

    @property
    def amount(self) -> int | None:
        """How much is included. `unit` names the unit in words, without published values."""
        return None if self._amount is UNSET else self._amount

    @property
    def unit(self) -> str | None:
        """What the allowance is counted in."""
        return None if self._unit is UNSET else self._unit

    @property
    def type(self) -> SubscriptionAllowanceType | None:
        """What kind it is."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(SubscriptionAllowanceType, self._type)
        )

    @property
    def cycle(self) -> BillingCycleName | None:
        """The billing cycle."""
        return (
            None
            if self._cycle is UNSET or self._cycle is None
            else choice(BillingCycleName, self._cycle)
        )

    @property
    def is_consumer(self) -> bool | None:
        """Whether what is included is used up."""
        return None if self._is_consumer is UNSET else self._is_consumer

    @property
    def recipient_entity(self) -> SubscriptionAllowanceRecipient | None:
        """Who the allowance is for."""
        return (
            None
            if self._recipient_entity is UNSET or self._recipient_entity is None
            else choice(SubscriptionAllowanceRecipient, self._recipient_entity)
        )

    @property
    def relative_to(self) -> SubscriptionRelativeTo | None:
        """What the allowance is counted by."""
        return None if self._relative_to is UNSET else self._relative_to


from .subscription_relative_to import SubscriptionRelativeTo  # noqa: E402
