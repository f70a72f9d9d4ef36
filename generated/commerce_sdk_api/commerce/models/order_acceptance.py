"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class OrderAcceptance(Model, frozen=True):
    """The answer to an order placed through v4: taken in, not yet worked on."""

    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _status_url: str | None | UnsetType = msgspec.field(default=UNSET, name="statusUrl")

    @property
    def order_id(self) -> str | None:
        """The order's id, as sent."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def status_url(self) -> str | None:
        """Where to ask for the state; presumably the address of `get_order_status`. It need not be
        followed: the order id is enough."""
        return None if self._status_url is UNSET else self._status_url
