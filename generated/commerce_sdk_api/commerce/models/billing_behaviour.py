"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .billing_behaviour_type import BillingBehaviourType


class BillingBehaviour(Model, frozen=True):
    """A departure from usual billing."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _start_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="startTimestamp")

    @property
    def type(self) -> BillingBehaviourType | None:
        """What is done."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(BillingBehaviourType, self._type)
        )

    @property
    def start_timestamp(self) -> datetime.datetime | int | None:
        """From when."""
        return (
            None
            if self._start_timestamp is UNSET or self._start_timestamp is None
            else from_epoch_ms(self._start_timestamp)
        )
