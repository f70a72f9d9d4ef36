"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .subscription_after_transition import SubscriptionAfterTransition


class SubscriptionTransition(Model, frozen=True):
    """A move to another offering or plan that is to come."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _expected_transition_date: int | None | UnsetType = msgspec.field(
        default=UNSET, name="expectedTransitionDate"
    )
    _transition_request_date: int | None | UnsetType = msgspec.field(
        default=UNSET, name="transitionRequestDate"
    )
    _post_transition_subscription_state: str | None | UnsetType = msgspec.field(
        default=UNSET, name="postTransitionSubscriptionState"
    )
    _offering_transition: SubscriptionChange | None | UnsetType = msgspec.field(
        default=UNSET, name="offeringTransition"
    )
    _pricing_transition: SubscriptionChange | None | UnsetType = msgspec.field(
        default=UNSET, name="pricingTransition"
    )
    _charge_element_transition: SubscriptionChange | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeElementTransition"
    )

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def order_id(self) -> str | None:
        """The order."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def expected_transition_date(self) -> datetime.datetime | int | None:
        """When the move is to take place."""
        return (
            None
            if self._expected_transition_date is UNSET or self._expected_transition_date is None
            else from_epoch_ms(self._expected_transition_date)
        )

    @property
    def transition_request_date(self) -> datetime.datetime | int | None:
        """When the move was asked for."""
        return (
            None
            if self._transition_request_date is UNSET or self._transition_request_date is None
            else from_epoch_ms(self._transition_request_date)
        )

    @property
    def post_transition_subscription_state(self) -> SubscriptionAfterTransition | None:
        """What becomes of the subscription after the move. The values are in title case, unlike
        all others."""
        return (
            None
            if self._post_transition_subscription_state is UNSET
            or self._post_transition_subscription_state is None
            else choice(SubscriptionAfterTransition, self._post_transition_subscription_state)
        )

    @property
    def offering_transition(self) -> SubscriptionChange | None:
        """The offerings, from what to what."""
        return None if self._offering_transition is UNSET else self._offering_transition

    @property
    def pricing_transition(self) -> SubscriptionChange | None:
        """The pricing plans, from what to what."""
        return None if self._pricing_transition is UNSET else self._pricing_transition

    @property
    def charge_element_transition(self) -> SubscriptionChange | None:
        """The charge elements, from what to what."""
        return None if self._charge_element_transition is UNSET else self._charge_element_transition


from .subscription_change import SubscriptionChange  # noqa: E402
