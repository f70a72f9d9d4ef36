"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .order_status import OrderStatus


class OrderState(Model, frozen=True):
    """Where an order stands. Which of the three results comes with which status is not published;
    their names suggest processingResult while under way, successResult with SUCCESS, error with
    FAILED."""

    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _processing_result: PlacedOrder | None | UnsetType = msgspec.field(
        default=UNSET, name="processingResult"
    )
    _success_result: Order | None | UnsetType = msgspec.field(default=UNSET, name="successResult")
    _error: OrderError | None | UnsetType = msgspec.field(default=UNSET, name="error")

    @property
    def order_id(self) -> str | None:
        """The order's id."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def status(self) -> OrderStatus | None:
        """Where the order stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(OrderStatus, self._status)
        )

    @property
    def processing_result(self) -> PlacedOrder | None:
        """The order as it was placed."""
        return None if self._processing_result is UNSET else self._processing_result

    @property
    def success_result(self) -> Order | None:
        """The finished order."""
        return None if self._success_result is UNSET else self._success_result

    @property
    def error(self) -> OrderError | None:
        """Why the order failed."""
        return None if self._error is UNSET else self._error


from .order import Order  # noqa: E402
from .order_error import OrderError  # noqa: E402
from .placed_order import PlacedOrder  # noqa: E402
