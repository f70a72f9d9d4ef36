"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class SubscriptionAllowance(Model, frozen=True):
    """How much of something a subscription includes."""

    _charge_element: str | None | UnsetType = msgspec.field(default=UNSET, name="chargeElement")
    _default_allowance: SubscriptionDefaultAllowance | None | UnsetType = msgspec.field(
        default=UNSET, name="defaultAllowance"
    )
    _recharge_date: int | None | UnsetType = msgspec.field(default=UNSET, name="rechargeDate")
    _allowance_quantity: int | None | UnsetType = msgspec.field(
        default=UNSET, name="allowanceQuantity"
    )

    @property
    def charge_element(self) -> str | None:
        """What is counted, such as user or agent."""
        return None if self._charge_element is UNSET else self._charge_element

    @property
    def default_allowance(self) -> SubscriptionDefaultAllowance | None:
        """What is included by the plan."""
        return None if self._default_allowance is UNSET else self._default_allowance

    @property
    def recharge_date(self) -> datetime.datetime | int | None:
        """When the allowance is filled up again."""
        return (
            None
            if self._recharge_date is UNSET or self._recharge_date is None
            else from_epoch_ms(self._recharge_date)
        )

    @property
    def allowance_quantity(self) -> int | None:
        """How much is left or included; the sources say neither which nor in what unit."""
        return None if self._allowance_quantity is UNSET else self._allowance_quantity


from .subscription_default_allowance import SubscriptionDefaultAllowance  # noqa: E402
