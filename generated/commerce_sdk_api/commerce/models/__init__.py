"""The models and enums of openapi/commerce.yaml, each loaded on first use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .account_modification import AccountModification
    from .account_modification_input import AccountModificationInput
    from .amend_item import AmendItem
    from .application_reason import ApplicationReason
    from .bill_until import BillUntil
    from .bill_until_input import BillUntilInput
    from .bill_until_reference import BillUntilReference
    from .bill_until_type import BillUntilType
    from .billing_behaviour import BillingBehaviour
    from .billing_behaviour_type import BillingBehaviourType
    from .billing_options import BillingOptions
    from .billing_options_input import BillingOptionsInput
    from .billing_state import BillingState
    from .billing_transition import BillingTransition
    from .billing_transition_type import BillingTransitionType
    from .cancel_item import CancelItem
    from .change_account_item import ChangeAccountItem
    from .charge_quantity import ChargeQuantity
    from .charge_quantity_input import ChargeQuantityInput
    from .charging_details import ChargingDetails
    from .charging_details_input import ChargingDetailsInput
    from .computed_details import ComputedDetails
    from .computed_feature import ComputedFeature
    from .coupling_participant import CouplingParticipant
    from .coupling_violation import CouplingViolation
    from .currency_change import CurrencyChange
    from .cycle_interval import CycleInterval
    from .duration import Duration
    from .duration_input import DurationInput
    from .duration_interval import DurationInterval
    from .effective_time import EffectiveTime
    from .effective_time_input import EffectiveTimeInput
    from .end_of_trial_behaviour import EndOfTrialBehaviour
    from .ends_at import EndsAt
    from .ends_at_input import EndsAtInput
    from .ends_at_type import EndsAtType
    from .entitlement_reference import EntitlementReference
    from .entitlement_reference_input import EntitlementReferenceInput
    from .entitlement_relation import EntitlementRelation
    from .entitlement_relation_input import EntitlementRelationInput
    from .error_response_version import ErrorResponseVersion
    from .graph_violation import GraphViolation
    from .impacted_entitlement import ImpactedEntitlement
    from .implicit_order import ImplicitOrder
    from .item_error import ItemError
    from .item_errors import ItemErrors
    from .item_proration_behaviour import ItemProrationBehaviour
    from .list_price_phase import ListPricePhase
    from .missing_relationship import MissingRelationship
    from .new_item import NewItem
    from .offering_transition import OfferingTransition
    from .offering_transition_input import OfferingTransitionInput
    from .order import Order
    from .order_acceptance import OrderAcceptance
    from .order_error import OrderError
    from .order_item import OrderItem
    from .order_item_reference import OrderItemReference
    from .order_item_relation import OrderItemRelation
    from .order_item_relation_input import OrderItemRelationInput
    from .order_item_status import OrderItemStatus
    from .order_item_type import OrderItemType
    from .order_page import OrderPage
    from .order_request import OrderRequest
    from .order_state import OrderState
    from .order_status import OrderStatus
    from .placed_computed_details import PlacedComputedDetails
    from .placed_order import PlacedOrder
    from .placed_order_item import PlacedOrderItem
    from .placed_processing_info import PlacedProcessingInfo
    from .placed_promotion import PlacedPromotion
    from .placed_promotion_definition import PlacedPromotionDefinition
    from .placed_promotion_values import PlacedPromotionValues
    from .pre_bill import PreBill
    from .pre_bill_input import PreBillInput
    from .preview_request import PreviewRequest
    from .pricing_plan_transition import PricingPlanTransition
    from .pricing_plan_transition_input import PricingPlanTransitionInput
    from .processing_info import ProcessingInfo
    from .promotion import Promotion
    from .promotion_benefit import PromotionBenefit
    from .promotion_benefit_input import PromotionBenefitInput
    from .promotion_definition import PromotionDefinition
    from .promotion_definition_input import PromotionDefinitionInput
    from .promotion_duration import PromotionDuration
    from .promotion_input import PromotionInput
    from .promotion_lock import PromotionLock
    from .promotion_lock_holder import PromotionLockHolder
    from .promotion_lock_type import PromotionLockType
    from .promotion_values import PromotionValues
    from .promotion_values_input import PromotionValuesInput
    from .proration_behaviour import ProrationBehaviour
    from .proration_info import ProrationInfo
    from .proration_reason import ProrationReason
    from .quote_line_reference import QuoteLineReference
    from .quote_line_type import QuoteLineType
    from .quote_order_request import QuoteOrderRequest
    from .quote_reference_input import QuoteReferenceInput
    from .reactivate_item import ReactivateItem
    from .rebill_options import RebillOptions
    from .reset_options import ResetOptions
    from .reset_type import ResetType
    from .revert_trial_item import RevertTrialItem
    from .sale_transition_details import SaleTransitionDetails
    from .sale_transition_time import SaleTransitionTime
    from .sale_transition_type import SaleTransitionType
    from .scheduled_changes import ScheduledChanges
    from .starts_at import StartsAt
    from .starts_at_input import StartsAtInput
    from .starts_at_type import StartsAtType
    from .test_parameters_input import TestParametersInput
    from .transaction_account_reference import TransactionAccountReference
    from .transition import Transition
    from .transition_entitlement_input import TransitionEntitlementInput
    from .transition_input import TransitionInput
    from .transition_item import TransitionItem
    from .transition_time import TransitionTime
    from .trial import Trial
    from .trial_input import TrialInput
    from .usage_options import UsageOptions
    from .usage_options_input import UsageOptionsInput

_MODULES = {
    "AccountModification": "account_modification",
    "AccountModificationInput": "account_modification_input",
    "AmendItem": "amend_item",
    "ApplicationReason": "application_reason",
    "BillingBehaviour": "billing_behaviour",
    "BillingBehaviourType": "billing_behaviour_type",
    "BillingOptions": "billing_options",
    "BillingOptionsInput": "billing_options_input",
    "BillingState": "billing_state",
    "BillingTransition": "billing_transition",
    "BillingTransitionType": "billing_transition_type",
    "BillUntil": "bill_until",
    "BillUntilInput": "bill_until_input",
    "BillUntilReference": "bill_until_reference",
    "BillUntilType": "bill_until_type",
    "CancelItem": "cancel_item",
    "ChangeAccountItem": "change_account_item",
    "ChargeQuantity": "charge_quantity",
    "ChargeQuantityInput": "charge_quantity_input",
    "ChargingDetails": "charging_details",
    "ChargingDetailsInput": "charging_details_input",
    "ComputedDetails": "computed_details",
    "ComputedFeature": "computed_feature",
    "CouplingParticipant": "coupling_participant",
    "CouplingViolation": "coupling_violation",
    "CurrencyChange": "currency_change",
    "CycleInterval": "cycle_interval",
    "Duration": "duration",
    "DurationInput": "duration_input",
    "DurationInterval": "duration_interval",
    "EffectiveTime": "effective_time",
    "EffectiveTimeInput": "effective_time_input",
    "EndOfTrialBehaviour": "end_of_trial_behaviour",
    "EndsAt": "ends_at",
    "EndsAtInput": "ends_at_input",
    "EndsAtType": "ends_at_type",
    "EntitlementReference": "entitlement_reference",
    "EntitlementReferenceInput": "entitlement_reference_input",
    "EntitlementRelation": "entitlement_relation",
    "EntitlementRelationInput": "entitlement_relation_input",
    "ErrorResponseVersion": "error_response_version",
    "GraphViolation": "graph_violation",
    "ImpactedEntitlement": "impacted_entitlement",
    "ImplicitOrder": "implicit_order",
    "ItemError": "item_error",
    "ItemErrors": "item_errors",
    "ItemProrationBehaviour": "item_proration_behaviour",
    "ListPricePhase": "list_price_phase",
    "MissingRelationship": "missing_relationship",
    "NewItem": "new_item",
    "OfferingTransition": "offering_transition",
    "OfferingTransitionInput": "offering_transition_input",
    "Order": "order",
    "OrderAcceptance": "order_acceptance",
    "OrderError": "order_error",
    "OrderItem": "order_item",
    "OrderItemReference": "order_item_reference",
    "OrderItemRelation": "order_item_relation",
    "OrderItemRelationInput": "order_item_relation_input",
    "OrderItemStatus": "order_item_status",
    "OrderItemType": "order_item_type",
    "OrderPage": "order_page",
    "OrderRequest": "order_request",
    "OrderState": "order_state",
    "OrderStatus": "order_status",
    "PlacedComputedDetails": "placed_computed_details",
    "PlacedOrder": "placed_order",
    "PlacedOrderItem": "placed_order_item",
    "PlacedProcessingInfo": "placed_processing_info",
    "PlacedPromotion": "placed_promotion",
    "PlacedPromotionDefinition": "placed_promotion_definition",
    "PlacedPromotionValues": "placed_promotion_values",
    "PreBill": "pre_bill",
    "PreBillInput": "pre_bill_input",
    "PreviewRequest": "preview_request",
    "PricingPlanTransition": "pricing_plan_transition",
    "PricingPlanTransitionInput": "pricing_plan_transition_input",
    "ProcessingInfo": "processing_info",
    "Promotion": "promotion",
    "PromotionBenefit": "promotion_benefit",
    "PromotionBenefitInput": "promotion_benefit_input",
    "PromotionDefinition": "promotion_definition",
    "PromotionDefinitionInput": "promotion_definition_input",
    "PromotionDuration": "promotion_duration",
    "PromotionInput": "promotion_input",
    "PromotionLock": "promotion_lock",
    "PromotionLockHolder": "promotion_lock_holder",
    "PromotionLockType": "promotion_lock_type",
    "PromotionValues": "promotion_values",
    "PromotionValuesInput": "promotion_values_input",
    "ProrationBehaviour": "proration_behaviour",
    "ProrationInfo": "proration_info",
    "ProrationReason": "proration_reason",
    "QuoteLineReference": "quote_line_reference",
    "QuoteLineType": "quote_line_type",
    "QuoteOrderRequest": "quote_order_request",
    "QuoteReferenceInput": "quote_reference_input",
    "ReactivateItem": "reactivate_item",
    "RebillOptions": "rebill_options",
    "ResetOptions": "reset_options",
    "ResetType": "reset_type",
    "RevertTrialItem": "revert_trial_item",
    "SaleTransitionDetails": "sale_transition_details",
    "SaleTransitionTime": "sale_transition_time",
    "SaleTransitionType": "sale_transition_type",
    "ScheduledChanges": "scheduled_changes",
    "StartsAt": "starts_at",
    "StartsAtInput": "starts_at_input",
    "StartsAtType": "starts_at_type",
    "TestParametersInput": "test_parameters_input",
    "TransactionAccountReference": "transaction_account_reference",
    "Transition": "transition",
    "TransitionEntitlementInput": "transition_entitlement_input",
    "TransitionInput": "transition_input",
    "TransitionItem": "transition_item",
    "TransitionTime": "transition_time",
    "Trial": "trial",
    "TrialInput": "trial_input",
    "UsageOptions": "usage_options",
    "UsageOptionsInput": "usage_options_input",
}


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_MODULES)


__all__ = (
    "AccountModification",
    "AccountModificationInput",
    "AmendItem",
    "ApplicationReason",
    "BillingBehaviour",
    "BillingBehaviourType",
    "BillingOptions",
    "BillingOptionsInput",
    "BillingState",
    "BillingTransition",
    "BillingTransitionType",
    "BillUntil",
    "BillUntilInput",
    "BillUntilReference",
    "BillUntilType",
    "CancelItem",
    "ChangeAccountItem",
    "ChargeQuantity",
    "ChargeQuantityInput",
    "ChargingDetails",
    "ChargingDetailsInput",
    "ComputedDetails",
    "ComputedFeature",
    "CouplingParticipant",
    "CouplingViolation",
    "CurrencyChange",
    "CycleInterval",
    "Duration",
    "DurationInput",
    "DurationInterval",
    "EffectiveTime",
    "EffectiveTimeInput",
    "EndOfTrialBehaviour",
    "EndsAt",
    "EndsAtInput",
    "EndsAtType",
    "EntitlementReference",
    "EntitlementReferenceInput",
    "EntitlementRelation",
    "EntitlementRelationInput",
    "ErrorResponseVersion",
    "GraphViolation",
    "ImpactedEntitlement",
    "ImplicitOrder",
    "ItemError",
    "ItemErrors",
    "ItemProrationBehaviour",
    "ListPricePhase",
    "MissingRelationship",
    "NewItem",
    "OfferingTransition",
    "OfferingTransitionInput",
    "Order",
    "OrderAcceptance",
    "OrderError",
    "OrderItem",
    "OrderItemReference",
    "OrderItemRelation",
    "OrderItemRelationInput",
    "OrderItemStatus",
    "OrderItemType",
    "OrderPage",
    "OrderRequest",
    "OrderState",
    "OrderStatus",
    "PlacedComputedDetails",
    "PlacedOrder",
    "PlacedOrderItem",
    "PlacedProcessingInfo",
    "PlacedPromotion",
    "PlacedPromotionDefinition",
    "PlacedPromotionValues",
    "PreBill",
    "PreBillInput",
    "PreviewRequest",
    "PricingPlanTransition",
    "PricingPlanTransitionInput",
    "ProcessingInfo",
    "Promotion",
    "PromotionBenefit",
    "PromotionBenefitInput",
    "PromotionDefinition",
    "PromotionDefinitionInput",
    "PromotionDuration",
    "PromotionInput",
    "PromotionLock",
    "PromotionLockHolder",
    "PromotionLockType",
    "PromotionValues",
    "PromotionValuesInput",
    "ProrationBehaviour",
    "ProrationInfo",
    "ProrationReason",
    "QuoteLineReference",
    "QuoteLineType",
    "QuoteOrderRequest",
    "QuoteReferenceInput",
    "ReactivateItem",
    "RebillOptions",
    "ResetOptions",
    "ResetType",
    "RevertTrialItem",
    "SaleTransitionDetails",
    "SaleTransitionTime",
    "SaleTransitionType",
    "ScheduledChanges",
    "StartsAt",
    "StartsAtInput",
    "StartsAtType",
    "TestParametersInput",
    "TransactionAccountReference",
    "Transition",
    "TransitionEntitlementInput",
    "TransitionInput",
    "TransitionItem",
    "TransitionTime",
    "Trial",
    "TrialInput",
    "UsageOptions",
    "UsageOptionsInput",
)
