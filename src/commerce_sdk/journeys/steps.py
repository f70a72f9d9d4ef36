"""What a journey tells of its way: an event a step, with what was found or done."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from commerce_sdk.commerce.orders.outcome import statuses
from commerce_sdk.value import Value
from commerce_sdk_api.admin.models import ProvisioningState, Workspace
from commerce_sdk_api.commerce.models import OrderState


class SiteFound(Value, frozen=True, kw_only=True):
    """The site was looked up: its workspaces, and the entitlement of the container that its
    products of the Jira family are in. Without one, the order makes it where it is needed."""

    at: datetime.datetime
    site: str
    workspaces: tuple[Workspace, ...]
    container: str | None = None


class ProductFound(Value, frozen=True, kw_only=True):
    """The product that an app is for was looked up: its resource name and entitlement, the
    container that it is in, and the instant that its billing cycles are counted from."""

    at: datetime.datetime
    product_ari: str
    entitlement: str
    container: str | None = None
    billing_anchor: datetime.datetime | None = None


class ProvisioningBegun(Value, frozen=True, kw_only=True):
    """The provisioning was taken in. The platform gives it up unless the order follows by
    `order_by`."""

    at: datetime.datetime
    request_id: str
    order_by: datetime.datetime


class OrderPlaced(Value, frozen=True, kw_only=True):
    """The order was taken in; `already_placed` says that it was there before."""

    at: datetime.datetime
    order_id: str
    already_placed: bool


class OrderChanged(Value, frozen=True, kw_only=True):
    """The order stands where it did not before. Through v2 that is said by its items alone."""

    at: datetime.datetime
    state: OrderState

    @property
    def items(self) -> Sequence[str]:
        """Where each item stands, `-` where that is not said; none where items are not shown."""
        return statuses(self.state.success_result)


class ProvisioningChanged(Value, frozen=True, kw_only=True):
    """The provisioning stands where it did not before."""

    at: datetime.datetime
    state: ProvisioningState


Step = (
    SiteFound | ProductFound | ProvisioningBegun | OrderPlaced | OrderChanged | ProvisioningChanged
)
