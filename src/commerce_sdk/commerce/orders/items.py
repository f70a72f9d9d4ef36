"""Order items and their relations, made by functions that read like what they do.

Each function returns a request model of the document; whatever it does not cover can be set with
`attrs.evolve`, or by making the model itself. Item ids are labels inside one order: left out,
they become O1, O2 … when the order is prepared.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import refuse
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.keywords import in_keywords
from commerce_sdk_api.commerce.models.account_modification_input import AccountModificationInput
from commerce_sdk_api.commerce.models.amend_item import AmendItem
from commerce_sdk_api.commerce.models.cancel_item import CancelItem
from commerce_sdk_api.commerce.models.change_account_item import ChangeAccountItem
from commerce_sdk_api.commerce.models.charge_quantity_input import ChargeQuantityInput
from commerce_sdk_api.commerce.models.charging_details_input import ChargingDetailsInput
from commerce_sdk_api.commerce.models.effective_time_input import EffectiveTimeInput
from commerce_sdk_api.commerce.models.ends_at_input import EndsAtInput
from commerce_sdk_api.commerce.models.ends_at_type import EndsAtType
from commerce_sdk_api.commerce.models.entitlement_reference_input import EntitlementReferenceInput
from commerce_sdk_api.commerce.models.entitlement_relation_input import EntitlementRelationInput
from commerce_sdk_api.commerce.models.new_item import NewItem
from commerce_sdk_api.commerce.models.offering_transition_input import OfferingTransitionInput
from commerce_sdk_api.commerce.models.order_item_relation_input import OrderItemRelationInput
from commerce_sdk_api.commerce.models.pricing_plan_transition_input import (
    PricingPlanTransitionInput,
)
from commerce_sdk_api.commerce.models.promotion_definition_input import PromotionDefinitionInput
from commerce_sdk_api.commerce.models.promotion_input import PromotionInput
from commerce_sdk_api.commerce.models.reactivate_item import ReactivateItem
from commerce_sdk_api.commerce.models.revert_trial_item import RevertTrialItem
from commerce_sdk_api.commerce.models.transition_entitlement_input import TransitionEntitlementInput
from commerce_sdk_api.commerce.models.transition_input import TransitionInput
from commerce_sdk_api.commerce.models.transition_item import TransitionItem
from commerce_sdk_api.commerce.models.trial_input import TrialInput
from commerce_sdk_api.commerce.models.usage_options_input import UsageOptionsInput

Item = (
    NewItem
    | AmendItem
    | CancelItem
    | ReactivateItem
    | ChangeAccountItem
    | RevertTrialItem
    | TransitionItem
)
Relation = EntitlementRelationInput | OrderItemRelationInput
Metadata = Mapping[str, str | None]

NUMBERED_LATER = ""
"""The item id of an item that is numbered when its order is prepared."""


@attrs.frozen(kw_only=True)
class RelationToItem(OrderItemRelationInput):
    """A relation to another item of the same order, whose label is known once it is prepared."""

    target: Any = attrs.field(eq=id)


@in_keywords
def new_item(
    offering_id: str,
    *,
    quantities: Mapping[str, int] | None = None,
    pricing_plan_id: str | None = None,
    ends_at: datetime.datetime | None = None,
    skip_trial: bool | None = None,
    usage: UsageOptionsInput | None = None,
    promotion_codes: Sequence[str] = (),
    relations: Sequence[Relation] = (),
    next_billing_anchor: datetime.datetime | None = None,
    metadata: Metadata | None = None,
    item_id: str = NUMBERED_LATER,
) -> NewItem:
    """Buy an offering.

    Args:
        offering_id: The offering, a UUID.
        quantities: How much of each charge element, such as `{"user": 100}`.
        pricing_plan_id: A pricing plan other than the offering's own.
        ends_at: When the entitlement ends; an aware datetime of whole milliseconds.
        skip_trial: True to be billed from the start.
        usage: The usage options as a model, in place of the four above.
        promotion_codes: Promotions by their codes.
        relations: What the item hangs on: `part_of_family(…)`, `under_enterprise(…)` …
        next_billing_anchor: The instant that billing cycles are counted from.
        metadata: Key-value pairs of your own.
        item_id: A label unique in the order; left out, O1, O2 …

    Raises:
        InvalidRequest: `usage` together with what it holds. Values are checked when the order
            is prepared.
    """
    return NewItem(
        item_id=item_id,
        offering_id=offering_id,
        opted_usage_options=_usage(usage, quantities, pricing_plan_id, ends_at, skip_trial),
        promotions=_promotions(promotion_codes),
        relates_from_entitlements=_relations(relations),
        next_billing_anchor_timestamp=_given(next_billing_anchor),
        metadata=_given(metadata),
    )


@in_keywords
def amend_item(
    entitlement_id: str,
    entitlement_version: str,
    offering_id: str,
    *,
    quantities: Mapping[str, int] | None = None,
    pricing_plan_id: str | None = None,
    ends_at: datetime.datetime | None = None,
    usage: UsageOptionsInput | None = None,
    promotion_codes: Sequence[str] = (),
    relations: Sequence[Relation] = (),
    immediate: bool | None = None,
    next_billing_anchor: datetime.datetime | None = None,
    metadata: Metadata | None = None,
    item_id: str = NUMBERED_LATER,
) -> AmendItem:
    """Change what an entitlement holds: its offering, quantities, plan or term.

    `entitlement_version` is the version that you saw; the platform refuses an order made on an
    older one. `immediate` False waits for the next billing cycle. The rest as in `new_item`. Raises
    `InvalidRequest` as that does.
    """
    return AmendItem(
        item_id=item_id,
        entitlement=EntitlementReferenceInput(id=entitlement_id, version=entitlement_version),
        offering_id=offering_id,
        opted_usage_options=_usage(usage, quantities, pricing_plan_id, ends_at, None),
        promotions=_promotions(promotion_codes),
        relates_from_entitlements=_relations(relations),
        is_immediate=_given(immediate),
        next_billing_anchor_timestamp=_given(next_billing_anchor),
        metadata=_given(metadata),
    )


@in_keywords
def cancel_item(
    entitlement_id: str,
    entitlement_version: str,
    *,
    immediate: bool | None = None,
    metadata: Metadata | None = None,
    item_id: str = NUMBERED_LATER,
) -> CancelItem:
    """End an entitlement, at once or (`immediate=False`) with its billing cycle. Values are
    checked when the order is prepared."""
    return CancelItem(
        item_id=item_id,
        entitlement=EntitlementReferenceInput(id=entitlement_id, version=entitlement_version),
        is_immediate=_given(immediate),
        metadata=_given(metadata),
    )


@in_keywords
def reactivate_item(
    entitlement_id: str,
    entitlement_version: str,
    offering_id: str,
    *,
    quantities: Mapping[str, int] | None = None,
    pricing_plan_id: str | None = None,
    ends_at: datetime.datetime | None = None,
    usage: UsageOptionsInput | None = None,
    promotion_codes: Sequence[str] = (),
    relations: Sequence[Relation] = (),
    next_billing_anchor: datetime.datetime | None = None,
    metadata: Metadata | None = None,
    item_id: str = NUMBERED_LATER,
) -> ReactivateItem:
    """Bring an ended entitlement back. Arguments as in `amend_item`. Raises as that does."""
    return ReactivateItem(
        item_id=item_id,
        entitlement=EntitlementReferenceInput(id=entitlement_id, version=entitlement_version),
        offering_id=offering_id,
        opted_usage_options=_usage(usage, quantities, pricing_plan_id, ends_at, None),
        promotions=_promotions(promotion_codes),
        relates_from_entitlements=_relations(relations),
        next_billing_anchor_timestamp=_given(next_billing_anchor),
        metadata=_given(metadata),
    )


@in_keywords
def change_account_item(
    entitlement_id: str,
    entitlement_version: str,
    *,
    invoice_group_id: str | None = None,
    transaction_account_id: str | None = None,
    immediate: bool | None = None,
    metadata: Metadata | None = None,
    item_id: str = NUMBERED_LATER,
) -> ChangeAccountItem:
    """Move an entitlement to another invoice group, transaction account, or both.

    Raises `InvalidRequest` where neither is given.
    """
    if invoice_group_id is None and transaction_account_id is None:
        raise InvalidRequest(
            "give invoice_group_id, transaction_account_id, or both", path="invoice_group_id"
        )
    return ChangeAccountItem(
        item_id=item_id,
        entitlement=EntitlementReferenceInput(id=entitlement_id, version=entitlement_version),
        account_modification=AccountModificationInput(
            invoice_group_id=_given(invoice_group_id),
            transaction_account_id=_given(transaction_account_id),
        ),
        is_immediate=_given(immediate),
        metadata=_given(metadata),
    )


@in_keywords
def revert_trial_item(
    entitlement_id: str,
    entitlement_version: str,
    *,
    metadata: Metadata | None = None,
    item_id: str = NUMBERED_LATER,
) -> RevertTrialItem:
    """End a trial and go back to what stood before it. Values are checked when the order is
    prepared."""
    return RevertTrialItem(
        item_id=item_id,
        entitlement=EntitlementReferenceInput(id=entitlement_id, version=entitlement_version),
        metadata=_given(metadata),
    )


@in_keywords
def transition_item(
    entitlement_id: str,
    *,
    apply_after: datetime.datetime,
    from_offering: str | None = None,
    to_offering: str | None = None,
    from_pricing_plan: str | None = None,
    to_pricing_plan: str | None = None,
    metadata: Metadata | None = None,
    item_id: str = NUMBERED_LATER,
) -> TransitionItem:
    """Move an entitlement from one offering or pricing plan to another after an instant. Values
    are checked when the order is prepared."""
    pricing_plan: PricingPlanTransitionInput | UnsetType = UNSET
    if from_pricing_plan is not None or to_pricing_plan is not None:
        pricing_plan = PricingPlanTransitionInput(
            from_=_given(from_pricing_plan), to=_given(to_pricing_plan)
        )
    return TransitionItem(
        item_id=item_id,
        entitlement=TransitionEntitlementInput(id=entitlement_id),
        transition=TransitionInput(
            offering=OfferingTransitionInput(from_=_given(from_offering), to=_given(to_offering)),
            pricing_plan=pricing_plan,
            apply_after_timestamp=apply_after,
        ),
        metadata=_given(metadata),
    )


@in_keywords
def relates(
    relationship_type: str, entitlement_id: str | None = None, *, item: Item | str | None = None
) -> Relation:
    """Hang an item on an entitlement, or on another item of the same order.

    `item` is the other item itself, or its label where you gave it one. Raises `InvalidRequest`
    unless exactly one of the two is given.
    """
    if (entitlement_id is None) == (item is None):
        raise InvalidRequest(
            "give an entitlement id, or item= with another item of the same order",
            path="entitlement_id",
        )
    if entitlement_id is not None:
        return EntitlementRelationInput(
            relationship_type=relationship_type, entitlement_id=entitlement_id
        )
    if isinstance(item, str):
        return OrderItemRelationInput(relationship_type=relationship_type, item_id=item)
    return RelationToItem(relationship_type=relationship_type, item_id=NUMBERED_LATER, target=item)


@in_keywords
def part_of_family(
    entitlement_id: str | None = None, *, item: Item | str | None = None
) -> Relation:
    """Put a product into a family container: a site that stands, or one bought in this order. Takes
    and raises what `relates` does."""
    return relates("FAMILY_CONTAINER", entitlement_id, item=item)


@in_keywords
def under_enterprise(
    entitlement_id: str | None = None, *, item: Item | str | None = None
) -> Relation:
    """Put a product under an enterprise agreement. Takes and raises what `relates` does."""
    return relates("ENTERPRISE", entitlement_id, item=item)


@in_keywords
def app_on(entitlement_id: str | None = None, *, item: Item | str | None = None) -> Relation:
    """Install an app on a product. Takes and raises what `relates` does."""
    return relates("APP_DEPENDENCE", entitlement_id, item=item)


def _given(value: Any) -> Any:
    return UNSET if value is None or value == () else value


def _listed(given: object, what: str, path: str) -> tuple[Any, ...]:
    """Of a text each letter would count as one, so it is refused too."""
    if given is None:
        return ()
    if isinstance(given, str | bytes | Mapping) or not isinstance(given, Iterable):
        raise refuse(f"a list of {what}", given, path)
    return tuple(given)


def _relations(relations: Sequence[Relation]) -> Any:
    return _given(_listed(relations, "relations, as part_of_family(…) gives them", "relations"))


def _promotions(codes: Sequence[str]) -> Any:
    return _given(
        tuple(
            PromotionInput(promotion_definition=PromotionDefinitionInput(promotion_code=code))
            for code in _listed(codes, "codes", "promotion_codes")
        )
    )


def _usage(
    usage: UsageOptionsInput | None,
    quantities: Mapping[str, int] | None,
    pricing_plan_id: str | None,
    ends_at: datetime.datetime | None,
    skip_trial: bool | None,
) -> UsageOptionsInput | UnsetType:
    parts = (quantities, pricing_plan_id, ends_at, skip_trial)
    if all(part is None for part in parts):
        return UNSET if usage is None else usage
    if usage is not None:
        raise InvalidRequest(
            "give usage= or its parts (quantities, pricing_plan_id, ends_at, skip_trial), not both",
            path="usage",
        )
    if not isinstance(quantities, Mapping | None):
        raise refuse('an object such as {"user": 100}', quantities, "quantities")
    charging: ChargingDetailsInput | UnsetType = UNSET
    if quantities is not None or pricing_plan_id is not None:
        charging = ChargingDetailsInput(
            pricing_plan_id=_given(pricing_plan_id),
            charge_quantities=_given(
                tuple(
                    ChargeQuantityInput(charge_element=element, quantity=quantity)
                    for element, quantity in (quantities or {}).items()
                )
            ),
        )
    return UsageOptionsInput(
        charging_details=charging,
        trial=UNSET if skip_trial is None else TrialInput(skip_trial=skip_trial),
        effective_time=UNSET
        if ends_at is None
        else EffectiveTimeInput(
            ends_at=EndsAtInput(type=EndsAtType.TIMESTAMP, end_timestamp=ends_at)
        ),
    )
