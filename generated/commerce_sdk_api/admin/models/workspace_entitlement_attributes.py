"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import number
from commerce_sdk.document.model import Model


class WorkspaceEntitlementAttributes(Model, frozen=True):
    """What is known of an entitlement. Those from `billingSourceSystem` on have only the newest
    version of the reference."""

    _key: str | None | UnsetType = msgspec.field(default=UNSET, name="key")
    _plan_key: str | None | UnsetType = msgspec.field(default=UNSET, name="planKey")
    _plan: str | None | UnsetType = msgspec.field(default=UNSET, name="plan")
    _billing_source_system: str | None | UnsetType = msgspec.field(
        default=UNSET, name="billingSourceSystem"
    )
    _ccp_entitlement_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="ccpEntitlementId"
    )
    _ccp_transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="ccpTransactionAccountId"
    )
    _product_id: str | None | UnsetType = msgspec.field(default=UNSET, name="productId")
    _soft_capacity_limit: Any | None | UnsetType = msgspec.field(
        default=UNSET, name="softCapacityLimit"
    )
    _usage_identifier: str | None | UnsetType = msgspec.field(default=UNSET, name="usageIdentifier")

    @property
    def key(self) -> str | None:
        """The product, such as `jira-software.ondemand`."""
        return None if self._key is UNSET else self._key

    @property
    def plan_key(self) -> str | None:
        """The plan, for programs, such as `enterprise`."""
        return None if self._plan_key is UNSET else self._plan_key

    @property
    def plan(self) -> str | None:
        """The plan's name."""
        return None if self._plan is UNSET else self._plan

    @property
    def billing_source_system(self) -> str | None:
        """Which system bills it."""
        return None if self._billing_source_system is UNSET else self._billing_source_system

    @property
    def ccp_entitlement_id(self) -> str | None:
        """Its id on the commerce platform."""
        return None if self._ccp_entitlement_id is UNSET else self._ccp_entitlement_id

    @property
    def ccp_transaction_account_id(self) -> str | None:
        """The transaction account that it belongs to."""
        return (
            None if self._ccp_transaction_account_id is UNSET else self._ccp_transaction_account_id
        )

    @property
    def product_id(self) -> str | None:
        """The product's id."""
        return None if self._product_id is UNSET else self._product_id

    @property
    def soft_capacity_limit(self) -> Decimal | None:
        """How much of it can be used before somebody is told."""
        return (
            None
            if self._soft_capacity_limit is UNSET or self._soft_capacity_limit is None
            else number(self._soft_capacity_limit)
        )

    @property
    def usage_identifier(self) -> str | None:
        """What its use is counted by."""
        return None if self._usage_identifier is UNSET else self._usage_identifier
