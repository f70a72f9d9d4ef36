"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, MapOf, Nested, OneOf
from commerce_sdk.document.kinds import Const, EpochMs, Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class NewItem(RequestModel):
    """Buys an offering; a new entitlement comes of it."""

    item_id: str = attrs.field(metadata=on_wire("itemId", Text(), required=True))
    """A label of the caller's choice, unique in the order, such as O1."""
    type: Literal["CREATION_ORDER"] = attrs.field(
        default="CREATION_ORDER", metadata=on_wire("type", Const("CREATION_ORDER"), required=True)
    )
    """Says that the item buys something new."""
    offering_id: str = attrs.field(metadata=on_wire("offeringId", Uuid(), required=True))
    """The offering to buy."""
    opted_usage_options: UsageOptionsInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("optedUsageOptions", Nested(lambda: UsageOptionsInput), nullable=True),
    )
    """Quantities, trial and term."""
    metadata: Mapping[str, str | None] | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("metadata", MapOf(Text(), nullable=True), nullable=True)
    )
    """Key-value pairs of the caller's own for the item."""
    test_parameters: TestParametersInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("testParameters", Nested(lambda: TestParametersInput), nullable=True),
    )
    """Knobs for tests."""
    next_billing_anchor_timestamp: datetime.datetime | int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("nextBillingAnchorTimestamp", EpochMs(), nullable=True)
    )
    """The instant that billing cycles are counted from."""
    billing_options: BillingOptionsInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("billingOptions", Nested(lambda: BillingOptionsInput), nullable=True),
    )
    """Billing choices."""
    promotions: Sequence[PromotionInput | None] | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "promotions", ListOf(Nested(lambda: PromotionInput), nullable=True), nullable=True
        ),
    )
    """Promotions to apply."""
    relates_from_entitlements: (
        Sequence[EntitlementRelationInput | OrderItemRelationInput] | None | UnsetType
    ) = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "relatesFromEntitlements",
            ListOf(
                OneOf(
                    "referenceType",
                    lambda: {
                        "ENTITLEMENT": EntitlementRelationInput,
                        "ORDER_ITEM": OrderItemRelationInput,
                    },
                )
            ),
            nullable=True,
        ),
    )
    """What the new entitlement hangs on."""


from .billing_options_input import BillingOptionsInput  # noqa: E402
from .entitlement_relation_input import EntitlementRelationInput  # noqa: E402
from .order_item_relation_input import OrderItemRelationInput  # noqa: E402
from .promotion_input import PromotionInput  # noqa: E402
from .test_parameters_input import TestParametersInput  # noqa: E402
from .usage_options_input import UsageOptionsInput  # noqa: E402
