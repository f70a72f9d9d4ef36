"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .reset_type import ResetType


class ResetOptions(Model, frozen=True):
    """How a subscription was reset."""

    _reset_type: str | None | UnsetType = msgspec.field(default=UNSET, name="resetType")
    _backdate_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="backdateTimestamp"
    )
    _reset_glp_order_item_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="resetGLPOrderItemId"
    )
    _invoice_request_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="invoiceRequestId"
    )

    @property
    def reset_type(self) -> ResetType | None:
        """The kind of reset."""
        return (
            None
            if self._reset_type is UNSET or self._reset_type is None
            else choice(ResetType, self._reset_type)
        )

    @property
    def backdate_timestamp(self) -> datetime.datetime | int | None:
        """The past instant from which the reset counts."""
        return (
            None
            if self._backdate_timestamp is UNSET or self._backdate_timestamp is None
            else from_epoch_ms(self._backdate_timestamp)
        )

    @property
    def reset_glp_order_item_id(self) -> str | None:
        """The order item whose list price is the base after the reset."""
        return None if self._reset_glp_order_item_id is UNSET else self._reset_glp_order_item_id

    @property
    def invoice_request_id(self) -> str | None:
        """The request for the invoice that comes of the reset."""
        return None if self._invoice_request_id is UNSET else self._invoice_request_id
