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
    from .billing_cycle_name import BillingCycleName
    from .billing_options import BillingOptions
    from .billing_options_input import BillingOptionsInput
    from .billing_state import BillingState
    from .billing_transition import BillingTransition
    from .billing_transition_type import BillingTransitionType
    from .cancel_item import CancelItem
    from .catalog_billing_system import CatalogBillingSystem
    from .catalog_error import CatalogError
    from .catalog_error_entry import CatalogErrorEntry
    from .catalog_status import CatalogStatus
    from .catalog_status_filter import CatalogStatusFilter
    from .change_account_item import ChangeAccountItem
    from .charge_quantity import ChargeQuantity
    from .charge_quantity_input import ChargeQuantityInput
    from .charging_details import ChargingDetails
    from .charging_details_input import ChargingDetailsInput
    from .computed_details import ComputedDetails
    from .computed_feature import ComputedFeature
    from .coupling_participant import CouplingParticipant
    from .coupling_violation import CouplingViolation
    from .credit_note import CreditNote
    from .credit_note_amounts import CreditNoteAmounts
    from .credit_note_credit import CreditNoteCredit
    from .credit_note_line import CreditNoteLine
    from .credit_note_reason import CreditNoteReason
    from .credit_note_status import CreditNoteStatus
    from .credit_note_summary import CreditNoteSummary
    from .credit_note_type import CreditNoteType
    from .currency import Currency
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
    from .entitlement import Entitlement
    from .entitlement_display_info import EntitlementDisplayInfo
    from .entitlement_error import EntitlementError
    from .entitlement_order import EntitlementOrder
    from .entitlement_page import EntitlementPage
    from .entitlement_partner_info import EntitlementPartnerInfo
    from .entitlement_quantity import EntitlementQuantity
    from .entitlement_quantity_source import EntitlementQuantitySource
    from .entitlement_reference import EntitlementReference
    from .entitlement_reference_input import EntitlementReferenceInput
    from .entitlement_relation import EntitlementRelation
    from .entitlement_relation_input import EntitlementRelationInput
    from .entitlement_relationship import EntitlementRelationship
    from .entitlement_resource import EntitlementResource
    from .entitlement_status import EntitlementStatus
    from .entitlement_summary import EntitlementSummary
    from .entitlement_summary_quantity import EntitlementSummaryQuantity
    from .entitlement_summary_template import EntitlementSummaryTemplate
    from .entitlement_template import EntitlementTemplate
    from .entitlement_v2 import EntitlementV2
    from .error_response_version import ErrorResponseVersion
    from .execute_pricing_change_input import ExecutePricingChangeInput
    from .gateway_error import GatewayError
    from .gateway_error_entry import GatewayErrorEntry
    from .graph_violation import GraphViolation
    from .impacted_entitlement import ImpactedEntitlement
    from .implicit_order import ImplicitOrder
    from .invoice import Invoice
    from .invoice_account_reference import InvoiceAccountReference
    from .invoice_address import InvoiceAddress
    from .invoice_adjustment import InvoiceAdjustment
    from .invoice_bank_account import InvoiceBankAccount
    from .invoice_bank_debit import InvoiceBankDebit
    from .invoice_bill_to import InvoiceBillTo
    from .invoice_blended_margin import InvoiceBlendedMargin
    from .invoice_card import InvoiceCard
    from .invoice_card_payment import InvoiceCardPayment
    from .invoice_charge import InvoiceCharge
    from .invoice_cycle import InvoiceCycle
    from .invoice_deferred_payment import InvoiceDeferredPayment
    from .invoice_dispute import InvoiceDispute
    from .invoice_dispute_status import InvoiceDisputeStatus
    from .invoice_dunning import InvoiceDunning
    from .invoice_dunning_attempt import InvoiceDunningAttempt
    from .invoice_error import InvoiceError
    from .invoice_error_details import InvoiceErrorDetails
    from .invoice_error_key import InvoiceErrorKey
    from .invoice_fee import InvoiceFee
    from .invoice_fee_details import InvoiceFeeDetails
    from .invoice_fee_type import InvoiceFeeType
    from .invoice_field_error import InvoiceFieldError
    from .invoice_filter import InvoiceFilter
    from .invoice_group import InvoiceGroup
    from .invoice_group_bill_to import InvoiceGroupBillTo
    from .invoice_group_page import InvoiceGroupPage
    from .invoice_group_ship_to import InvoiceGroupShipTo
    from .invoice_header_tax_id import InvoiceHeaderTaxId
    from .invoice_line import InvoiceLine
    from .invoice_margin import InvoiceMargin
    from .invoice_page import InvoicePage
    from .invoice_pay_pal import InvoicePayPal
    from .invoice_pay_pal_payment import InvoicePayPalPayment
    from .invoice_payer_action import InvoicePayerAction
    from .invoice_payment_status import InvoicePaymentStatus
    from .invoice_payment_terms import InvoicePaymentTerms
    from .invoice_period import InvoicePeriod
    from .invoice_plan import InvoicePlan
    from .invoice_purchase_order import InvoicePurchaseOrder
    from .invoice_referral import InvoiceReferral
    from .invoice_relations import InvoiceRelations
    from .invoice_sale_transition import InvoiceSaleTransition
    from .invoice_ship_to import InvoiceShipTo
    from .invoice_status import InvoiceStatus
    from .invoice_subscription import InvoiceSubscription
    from .invoice_tax import InvoiceTax
    from .invoice_tax_id import InvoiceTaxId
    from .item_error import ItemError
    from .item_errors import ItemErrors
    from .item_proration_behaviour import ItemProrationBehaviour
    from .list_price_phase import ListPricePhase
    from .missing_relationship import MissingRelationship
    from .new_item import NewItem
    from .offering import Offering
    from .offering_charge_element import OfferingChargeElement
    from .offering_creation_type import OfferingCreationType
    from .offering_derived import OfferingDerived
    from .offering_group import OfferingGroup
    from .offering_hosting_type import OfferingHostingType
    from .offering_origin import OfferingOrigin
    from .offering_overrides import OfferingOverrides
    from .offering_page import OfferingPage
    from .offering_pricing_type import OfferingPricingType
    from .offering_requirement import OfferingRequirement
    from .offering_requirement_level import OfferingRequirementLevel
    from .offering_requirement_side import OfferingRequirementSide
    from .offering_requirement_type import OfferingRequirementType
    from .offering_transition import OfferingTransition
    from .offering_transition_input import OfferingTransitionInput
    from .offering_trial import OfferingTrial
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
    from .partner_opt_out import PartnerOptOut
    from .partner_opt_outs import PartnerOptOuts
    from .placed_computed_details import PlacedComputedDetails
    from .placed_order import PlacedOrder
    from .placed_order_item import PlacedOrderItem
    from .placed_processing_info import PlacedProcessingInfo
    from .placed_promotion import PlacedPromotion
    from .placed_promotion_definition import PlacedPromotionDefinition
    from .placed_promotion_values import PlacedPromotionValues
    from .platform_error import PlatformError
    from .pre_bill import PreBill
    from .pre_bill_input import PreBillInput
    from .preview_request import PreviewRequest
    from .pricing_activation import PricingActivation
    from .pricing_activation_input import PricingActivationInput
    from .pricing_activation_reason import PricingActivationReason
    from .pricing_aggregation import PricingAggregation
    from .pricing_change import PricingChange
    from .pricing_change_input import PricingChangeInput
    from .pricing_change_status import PricingChangeStatus
    from .pricing_change_step import PricingChangeStep
    from .pricing_change_step_input import PricingChangeStepInput
    from .pricing_change_update_input import PricingChangeUpdateInput
    from .pricing_charge_type import PricingChargeType
    from .pricing_cohort import PricingCohort
    from .pricing_cohort_input import PricingCohortInput
    from .pricing_cohort_type import PricingCohortType
    from .pricing_cycle import PricingCycle
    from .pricing_deactivation import PricingDeactivation
    from .pricing_deactivation_input import PricingDeactivationInput
    from .pricing_migration import PricingMigration
    from .pricing_migration_input import PricingMigrationInput
    from .pricing_migration_target import PricingMigrationTarget
    from .pricing_migration_target_input import PricingMigrationTargetInput
    from .pricing_plan import PricingPlan
    from .pricing_plan_input import PricingPlanInput
    from .pricing_plan_item import PricingPlanItem
    from .pricing_plan_item_input import PricingPlanItemInput
    from .pricing_plan_page import PricingPlanPage
    from .pricing_plan_relation import PricingPlanRelation
    from .pricing_plan_relation_type import PricingPlanRelationType
    from .pricing_plan_tier import PricingPlanTier
    from .pricing_plan_tier_input import PricingPlanTierInput
    from .pricing_plan_transition import PricingPlanTransition
    from .pricing_plan_transition_input import PricingPlanTransitionInput
    from .pricing_plan_update_input import PricingPlanUpdateInput
    from .pricing_proration import PricingProration
    from .pricing_proration_input import PricingProrationInput
    from .pricing_rounding import PricingRounding
    from .pricing_tiers_mode import PricingTiersMode
    from .pricing_transform import PricingTransform
    from .pricing_transform_input import PricingTransformInput
    from .processing_info import ProcessingInfo
    from .product import Product
    from .product_page import ProductPage
    from .promotion import Promotion
    from .promotion_benefit import PromotionBenefit
    from .promotion_benefit_input import PromotionBenefitInput
    from .promotion_definition import PromotionDefinition
    from .promotion_definition_input import PromotionDefinitionInput
    from .promotion_duration import PromotionDuration
    from .promotion_error import PromotionError
    from .promotion_input import PromotionInput
    from .promotion_lock import PromotionLock
    from .promotion_lock_holder import PromotionLockHolder
    from .promotion_lock_type import PromotionLockType
    from .promotion_values import PromotionValues
    from .promotion_values_input import PromotionValuesInput
    from .proration_behaviour import ProrationBehaviour
    from .proration_info import ProrationInfo
    from .proration_reason import ProrationReason
    from .quote import Quote
    from .quote_application_context import QuoteApplicationContext
    from .quote_application_reason import QuoteApplicationReason
    from .quote_author import QuoteAuthor
    from .quote_auto_refresh import QuoteAutoRefresh
    from .quote_benefit import QuoteBenefit
    from .quote_benefit_duration import QuoteBenefitDuration
    from .quote_bill_from import QuoteBillFrom
    from .quote_bill_from_type import QuoteBillFromType
    from .quote_bill_until import QuoteBillUntil
    from .quote_billing_anchor import QuoteBillingAnchor
    from .quote_billing_anchor_type import QuoteBillingAnchorType
    from .quote_billing_behaviour import QuoteBillingBehaviour
    from .quote_billing_term import QuoteBillingTerm
    from .quote_billing_term_type import QuoteBillingTermType
    from .quote_cancelled_reason import QuoteCancelledReason
    from .quote_charge_quantity import QuoteChargeQuantity
    from .quote_contract_type import QuoteContractType
    from .quote_coupling_participant import QuoteCouplingParticipant
    from .quote_coupling_violation import QuoteCouplingViolation
    from .quote_duration import QuoteDuration
    from .quote_end import QuoteEnd
    from .quote_end_type import QuoteEndType
    from .quote_error import QuoteError
    from .quote_graph_violation import QuoteGraphViolation
    from .quote_item_error import QuoteItemError
    from .quote_item_errors import QuoteItemErrors
    from .quote_line import QuoteLine
    from .quote_line_cancelled_reason import QuoteLineCancelledReason
    from .quote_line_proration_behaviour import QuoteLineProrationBehaviour
    from .quote_line_reference import QuoteLineReference
    from .quote_line_stale_reason import QuoteLineStaleReason
    from .quote_line_status import QuoteLineStatus
    from .quote_line_type import QuoteLineType
    from .quote_locks import QuoteLocks
    from .quote_missing_relationship import QuoteMissingRelationship
    from .quote_note import QuoteNote
    from .quote_order_request import QuoteOrderRequest
    from .quote_page import QuotePage
    from .quote_pre_billing import QuotePreBilling
    from .quote_promotion import QuotePromotion
    from .quote_promotion_definition import QuotePromotionDefinition
    from .quote_promotion_term import QuotePromotionTerm
    from .quote_promotion_values import QuotePromotionValues
    from .quote_reference_input import QuoteReferenceInput
    from .quote_related_by import QuoteRelatedBy
    from .quote_relation import QuoteRelation
    from .quote_relation_reference_type import QuoteRelationReferenceType
    from .quote_sale_transition import QuoteSaleTransition
    from .quote_stale_reason import QuoteStaleReason
    from .quote_start import QuoteStart
    from .quote_start_type import QuoteStartType
    from .quote_status import QuoteStatus
    from .quote_trial import QuoteTrial
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
    from .subscription import Subscription
    from .subscription_accounts import SubscriptionAccounts
    from .subscription_after_transition import SubscriptionAfterTransition
    from .subscription_allowance import SubscriptionAllowance
    from .subscription_allowance_recipient import SubscriptionAllowanceRecipient
    from .subscription_allowance_type import SubscriptionAllowanceType
    from .subscription_anchor import SubscriptionAnchor
    from .subscription_anchor_type import SubscriptionAnchorType
    from .subscription_application_reason import SubscriptionApplicationReason
    from .subscription_benefit import SubscriptionBenefit
    from .subscription_billing_behaviour import SubscriptionBillingBehaviour
    from .subscription_billing_pause import SubscriptionBillingPause
    from .subscription_billing_period import SubscriptionBillingPeriod
    from .subscription_change import SubscriptionChange
    from .subscription_charge_quantity import SubscriptionChargeQuantity
    from .subscription_charge_summary import SubscriptionChargeSummary
    from .subscription_charges import SubscriptionCharges
    from .subscription_default_allowance import SubscriptionDefaultAllowance
    from .subscription_invoice_settings import SubscriptionInvoiceSettings
    from .subscription_last_paid import SubscriptionLastPaid
    from .subscription_lock_holder import SubscriptionLockHolder
    from .subscription_lock_type import SubscriptionLockType
    from .subscription_locks import SubscriptionLocks
    from .subscription_next_change import SubscriptionNextChange
    from .subscription_phase import SubscriptionPhase
    from .subscription_price_lock import SubscriptionPriceLock
    from .subscription_promotion import SubscriptionPromotion
    from .subscription_promotion_definition import SubscriptionPromotionDefinition
    from .subscription_promotion_lock import SubscriptionPromotionLock
    from .subscription_promotion_values import SubscriptionPromotionValues
    from .subscription_reference_type import SubscriptionReferenceType
    from .subscription_relative_to import SubscriptionRelativeTo
    from .subscription_schedule import SubscriptionSchedule
    from .subscription_schedule_action import SubscriptionScheduleAction
    from .subscription_scheduled_changes import SubscriptionScheduledChanges
    from .subscription_status import SubscriptionStatus
    from .subscription_summary import SubscriptionSummary
    from .subscription_test_features import SubscriptionTestFeatures
    from .subscription_transition import SubscriptionTransition
    from .subscription_trial import SubscriptionTrial
    from .subscription_trial_end import SubscriptionTrialEnd
    from .subscription_v2 import SubscriptionV2
    from .test_parameters_input import TestParametersInput
    from .transaction_account_reference import TransactionAccountReference
    from .transition import Transition
    from .transition_entitlement_input import TransitionEntitlementInput
    from .transition_input import TransitionInput
    from .transition_item import TransitionItem
    from .transition_time import TransitionTime
    from .trial import Trial
    from .trial_input import TrialInput
    from .upcoming_bills import UpcomingBills
    from .upcoming_bills_adjustment import UpcomingBillsAdjustment
    from .upcoming_bills_blended_margin import UpcomingBillsBlendedMargin
    from .upcoming_bills_line import UpcomingBillsLine
    from .upcoming_bills_margin import UpcomingBillsMargin
    from .upcoming_bills_moment import UpcomingBillsMoment
    from .upcoming_bills_moment_type import UpcomingBillsMomentType
    from .upcoming_bills_period import UpcomingBillsPeriod
    from .upcoming_bills_tax import UpcomingBillsTax
    from .usage_options import UsageOptions
    from .usage_options_input import UsageOptionsInput
    from .xy import XY

_MODULES = {
    "AccountModification": "account_modification",
    "AccountModificationInput": "account_modification_input",
    "AmendItem": "amend_item",
    "ApplicationReason": "application_reason",
    "BillingBehaviour": "billing_behaviour",
    "BillingBehaviourType": "billing_behaviour_type",
    "BillingCycleName": "billing_cycle_name",
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
    "CatalogBillingSystem": "catalog_billing_system",
    "CatalogError": "catalog_error",
    "CatalogErrorEntry": "catalog_error_entry",
    "CatalogStatus": "catalog_status",
    "CatalogStatusFilter": "catalog_status_filter",
    "ChangeAccountItem": "change_account_item",
    "ChargeQuantity": "charge_quantity",
    "ChargeQuantityInput": "charge_quantity_input",
    "ChargingDetails": "charging_details",
    "ChargingDetailsInput": "charging_details_input",
    "ComputedDetails": "computed_details",
    "ComputedFeature": "computed_feature",
    "CouplingParticipant": "coupling_participant",
    "CouplingViolation": "coupling_violation",
    "CreditNote": "credit_note",
    "CreditNoteAmounts": "credit_note_amounts",
    "CreditNoteCredit": "credit_note_credit",
    "CreditNoteLine": "credit_note_line",
    "CreditNoteReason": "credit_note_reason",
    "CreditNoteStatus": "credit_note_status",
    "CreditNoteSummary": "credit_note_summary",
    "CreditNoteType": "credit_note_type",
    "Currency": "currency",
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
    "Entitlement": "entitlement",
    "EntitlementDisplayInfo": "entitlement_display_info",
    "EntitlementError": "entitlement_error",
    "EntitlementOrder": "entitlement_order",
    "EntitlementPage": "entitlement_page",
    "EntitlementPartnerInfo": "entitlement_partner_info",
    "EntitlementQuantity": "entitlement_quantity",
    "EntitlementQuantitySource": "entitlement_quantity_source",
    "EntitlementReference": "entitlement_reference",
    "EntitlementReferenceInput": "entitlement_reference_input",
    "EntitlementRelation": "entitlement_relation",
    "EntitlementRelationInput": "entitlement_relation_input",
    "EntitlementRelationship": "entitlement_relationship",
    "EntitlementResource": "entitlement_resource",
    "EntitlementStatus": "entitlement_status",
    "EntitlementSummary": "entitlement_summary",
    "EntitlementSummaryQuantity": "entitlement_summary_quantity",
    "EntitlementSummaryTemplate": "entitlement_summary_template",
    "EntitlementTemplate": "entitlement_template",
    "EntitlementV2": "entitlement_v2",
    "ErrorResponseVersion": "error_response_version",
    "ExecutePricingChangeInput": "execute_pricing_change_input",
    "GatewayError": "gateway_error",
    "GatewayErrorEntry": "gateway_error_entry",
    "GraphViolation": "graph_violation",
    "ImpactedEntitlement": "impacted_entitlement",
    "ImplicitOrder": "implicit_order",
    "Invoice": "invoice",
    "InvoiceAccountReference": "invoice_account_reference",
    "InvoiceAddress": "invoice_address",
    "InvoiceAdjustment": "invoice_adjustment",
    "InvoiceBankAccount": "invoice_bank_account",
    "InvoiceBankDebit": "invoice_bank_debit",
    "InvoiceBillTo": "invoice_bill_to",
    "InvoiceBlendedMargin": "invoice_blended_margin",
    "InvoiceCard": "invoice_card",
    "InvoiceCardPayment": "invoice_card_payment",
    "InvoiceCharge": "invoice_charge",
    "InvoiceCycle": "invoice_cycle",
    "InvoiceDeferredPayment": "invoice_deferred_payment",
    "InvoiceDispute": "invoice_dispute",
    "InvoiceDisputeStatus": "invoice_dispute_status",
    "InvoiceDunning": "invoice_dunning",
    "InvoiceDunningAttempt": "invoice_dunning_attempt",
    "InvoiceError": "invoice_error",
    "InvoiceErrorDetails": "invoice_error_details",
    "InvoiceErrorKey": "invoice_error_key",
    "InvoiceFee": "invoice_fee",
    "InvoiceFeeDetails": "invoice_fee_details",
    "InvoiceFeeType": "invoice_fee_type",
    "InvoiceFieldError": "invoice_field_error",
    "InvoiceFilter": "invoice_filter",
    "InvoiceGroup": "invoice_group",
    "InvoiceGroupBillTo": "invoice_group_bill_to",
    "InvoiceGroupPage": "invoice_group_page",
    "InvoiceGroupShipTo": "invoice_group_ship_to",
    "InvoiceHeaderTaxId": "invoice_header_tax_id",
    "InvoiceLine": "invoice_line",
    "InvoiceMargin": "invoice_margin",
    "InvoicePage": "invoice_page",
    "InvoicePayerAction": "invoice_payer_action",
    "InvoicePaymentStatus": "invoice_payment_status",
    "InvoicePaymentTerms": "invoice_payment_terms",
    "InvoicePayPal": "invoice_pay_pal",
    "InvoicePayPalPayment": "invoice_pay_pal_payment",
    "InvoicePeriod": "invoice_period",
    "InvoicePlan": "invoice_plan",
    "InvoicePurchaseOrder": "invoice_purchase_order",
    "InvoiceReferral": "invoice_referral",
    "InvoiceRelations": "invoice_relations",
    "InvoiceSaleTransition": "invoice_sale_transition",
    "InvoiceShipTo": "invoice_ship_to",
    "InvoiceStatus": "invoice_status",
    "InvoiceSubscription": "invoice_subscription",
    "InvoiceTax": "invoice_tax",
    "InvoiceTaxId": "invoice_tax_id",
    "ItemError": "item_error",
    "ItemErrors": "item_errors",
    "ItemProrationBehaviour": "item_proration_behaviour",
    "ListPricePhase": "list_price_phase",
    "MissingRelationship": "missing_relationship",
    "NewItem": "new_item",
    "Offering": "offering",
    "OfferingChargeElement": "offering_charge_element",
    "OfferingCreationType": "offering_creation_type",
    "OfferingDerived": "offering_derived",
    "OfferingGroup": "offering_group",
    "OfferingHostingType": "offering_hosting_type",
    "OfferingOrigin": "offering_origin",
    "OfferingOverrides": "offering_overrides",
    "OfferingPage": "offering_page",
    "OfferingPricingType": "offering_pricing_type",
    "OfferingRequirement": "offering_requirement",
    "OfferingRequirementLevel": "offering_requirement_level",
    "OfferingRequirementSide": "offering_requirement_side",
    "OfferingRequirementType": "offering_requirement_type",
    "OfferingTransition": "offering_transition",
    "OfferingTransitionInput": "offering_transition_input",
    "OfferingTrial": "offering_trial",
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
    "PartnerOptOut": "partner_opt_out",
    "PartnerOptOuts": "partner_opt_outs",
    "PlacedComputedDetails": "placed_computed_details",
    "PlacedOrder": "placed_order",
    "PlacedOrderItem": "placed_order_item",
    "PlacedProcessingInfo": "placed_processing_info",
    "PlacedPromotion": "placed_promotion",
    "PlacedPromotionDefinition": "placed_promotion_definition",
    "PlacedPromotionValues": "placed_promotion_values",
    "PlatformError": "platform_error",
    "PreBill": "pre_bill",
    "PreBillInput": "pre_bill_input",
    "PreviewRequest": "preview_request",
    "PricingActivation": "pricing_activation",
    "PricingActivationInput": "pricing_activation_input",
    "PricingActivationReason": "pricing_activation_reason",
    "PricingAggregation": "pricing_aggregation",
    "PricingChange": "pricing_change",
    "PricingChangeInput": "pricing_change_input",
    "PricingChangeStatus": "pricing_change_status",
    "PricingChangeStep": "pricing_change_step",
    "PricingChangeStepInput": "pricing_change_step_input",
    "PricingChangeUpdateInput": "pricing_change_update_input",
    "PricingChargeType": "pricing_charge_type",
    "PricingCohort": "pricing_cohort",
    "PricingCohortInput": "pricing_cohort_input",
    "PricingCohortType": "pricing_cohort_type",
    "PricingCycle": "pricing_cycle",
    "PricingDeactivation": "pricing_deactivation",
    "PricingDeactivationInput": "pricing_deactivation_input",
    "PricingMigration": "pricing_migration",
    "PricingMigrationInput": "pricing_migration_input",
    "PricingMigrationTarget": "pricing_migration_target",
    "PricingMigrationTargetInput": "pricing_migration_target_input",
    "PricingPlan": "pricing_plan",
    "PricingPlanInput": "pricing_plan_input",
    "PricingPlanItem": "pricing_plan_item",
    "PricingPlanItemInput": "pricing_plan_item_input",
    "PricingPlanPage": "pricing_plan_page",
    "PricingPlanRelation": "pricing_plan_relation",
    "PricingPlanRelationType": "pricing_plan_relation_type",
    "PricingPlanTier": "pricing_plan_tier",
    "PricingPlanTierInput": "pricing_plan_tier_input",
    "PricingPlanTransition": "pricing_plan_transition",
    "PricingPlanTransitionInput": "pricing_plan_transition_input",
    "PricingPlanUpdateInput": "pricing_plan_update_input",
    "PricingProration": "pricing_proration",
    "PricingProrationInput": "pricing_proration_input",
    "PricingRounding": "pricing_rounding",
    "PricingTiersMode": "pricing_tiers_mode",
    "PricingTransform": "pricing_transform",
    "PricingTransformInput": "pricing_transform_input",
    "ProcessingInfo": "processing_info",
    "Product": "product",
    "ProductPage": "product_page",
    "Promotion": "promotion",
    "PromotionBenefit": "promotion_benefit",
    "PromotionBenefitInput": "promotion_benefit_input",
    "PromotionDefinition": "promotion_definition",
    "PromotionDefinitionInput": "promotion_definition_input",
    "PromotionDuration": "promotion_duration",
    "PromotionError": "promotion_error",
    "PromotionInput": "promotion_input",
    "PromotionLock": "promotion_lock",
    "PromotionLockHolder": "promotion_lock_holder",
    "PromotionLockType": "promotion_lock_type",
    "PromotionValues": "promotion_values",
    "PromotionValuesInput": "promotion_values_input",
    "ProrationBehaviour": "proration_behaviour",
    "ProrationInfo": "proration_info",
    "ProrationReason": "proration_reason",
    "Quote": "quote",
    "QuoteApplicationContext": "quote_application_context",
    "QuoteApplicationReason": "quote_application_reason",
    "QuoteAuthor": "quote_author",
    "QuoteAutoRefresh": "quote_auto_refresh",
    "QuoteBenefit": "quote_benefit",
    "QuoteBenefitDuration": "quote_benefit_duration",
    "QuoteBillFrom": "quote_bill_from",
    "QuoteBillFromType": "quote_bill_from_type",
    "QuoteBillingAnchor": "quote_billing_anchor",
    "QuoteBillingAnchorType": "quote_billing_anchor_type",
    "QuoteBillingBehaviour": "quote_billing_behaviour",
    "QuoteBillingTerm": "quote_billing_term",
    "QuoteBillingTermType": "quote_billing_term_type",
    "QuoteBillUntil": "quote_bill_until",
    "QuoteCancelledReason": "quote_cancelled_reason",
    "QuoteChargeQuantity": "quote_charge_quantity",
    "QuoteContractType": "quote_contract_type",
    "QuoteCouplingParticipant": "quote_coupling_participant",
    "QuoteCouplingViolation": "quote_coupling_violation",
    "QuoteDuration": "quote_duration",
    "QuoteEnd": "quote_end",
    "QuoteEndType": "quote_end_type",
    "QuoteError": "quote_error",
    "QuoteGraphViolation": "quote_graph_violation",
    "QuoteItemError": "quote_item_error",
    "QuoteItemErrors": "quote_item_errors",
    "QuoteLine": "quote_line",
    "QuoteLineCancelledReason": "quote_line_cancelled_reason",
    "QuoteLineProrationBehaviour": "quote_line_proration_behaviour",
    "QuoteLineReference": "quote_line_reference",
    "QuoteLineStaleReason": "quote_line_stale_reason",
    "QuoteLineStatus": "quote_line_status",
    "QuoteLineType": "quote_line_type",
    "QuoteLocks": "quote_locks",
    "QuoteMissingRelationship": "quote_missing_relationship",
    "QuoteNote": "quote_note",
    "QuoteOrderRequest": "quote_order_request",
    "QuotePage": "quote_page",
    "QuotePreBilling": "quote_pre_billing",
    "QuotePromotion": "quote_promotion",
    "QuotePromotionDefinition": "quote_promotion_definition",
    "QuotePromotionTerm": "quote_promotion_term",
    "QuotePromotionValues": "quote_promotion_values",
    "QuoteReferenceInput": "quote_reference_input",
    "QuoteRelatedBy": "quote_related_by",
    "QuoteRelation": "quote_relation",
    "QuoteRelationReferenceType": "quote_relation_reference_type",
    "QuoteSaleTransition": "quote_sale_transition",
    "QuoteStaleReason": "quote_stale_reason",
    "QuoteStart": "quote_start",
    "QuoteStartType": "quote_start_type",
    "QuoteStatus": "quote_status",
    "QuoteTrial": "quote_trial",
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
    "Subscription": "subscription",
    "SubscriptionAccounts": "subscription_accounts",
    "SubscriptionAfterTransition": "subscription_after_transition",
    "SubscriptionAllowance": "subscription_allowance",
    "SubscriptionAllowanceRecipient": "subscription_allowance_recipient",
    "SubscriptionAllowanceType": "subscription_allowance_type",
    "SubscriptionAnchor": "subscription_anchor",
    "SubscriptionAnchorType": "subscription_anchor_type",
    "SubscriptionApplicationReason": "subscription_application_reason",
    "SubscriptionBenefit": "subscription_benefit",
    "SubscriptionBillingBehaviour": "subscription_billing_behaviour",
    "SubscriptionBillingPause": "subscription_billing_pause",
    "SubscriptionBillingPeriod": "subscription_billing_period",
    "SubscriptionChange": "subscription_change",
    "SubscriptionChargeQuantity": "subscription_charge_quantity",
    "SubscriptionCharges": "subscription_charges",
    "SubscriptionChargeSummary": "subscription_charge_summary",
    "SubscriptionDefaultAllowance": "subscription_default_allowance",
    "SubscriptionInvoiceSettings": "subscription_invoice_settings",
    "SubscriptionLastPaid": "subscription_last_paid",
    "SubscriptionLockHolder": "subscription_lock_holder",
    "SubscriptionLocks": "subscription_locks",
    "SubscriptionLockType": "subscription_lock_type",
    "SubscriptionNextChange": "subscription_next_change",
    "SubscriptionPhase": "subscription_phase",
    "SubscriptionPriceLock": "subscription_price_lock",
    "SubscriptionPromotion": "subscription_promotion",
    "SubscriptionPromotionDefinition": "subscription_promotion_definition",
    "SubscriptionPromotionLock": "subscription_promotion_lock",
    "SubscriptionPromotionValues": "subscription_promotion_values",
    "SubscriptionReferenceType": "subscription_reference_type",
    "SubscriptionRelativeTo": "subscription_relative_to",
    "SubscriptionSchedule": "subscription_schedule",
    "SubscriptionScheduleAction": "subscription_schedule_action",
    "SubscriptionScheduledChanges": "subscription_scheduled_changes",
    "SubscriptionStatus": "subscription_status",
    "SubscriptionSummary": "subscription_summary",
    "SubscriptionTestFeatures": "subscription_test_features",
    "SubscriptionTransition": "subscription_transition",
    "SubscriptionTrial": "subscription_trial",
    "SubscriptionTrialEnd": "subscription_trial_end",
    "SubscriptionV2": "subscription_v2",
    "TestParametersInput": "test_parameters_input",
    "TransactionAccountReference": "transaction_account_reference",
    "Transition": "transition",
    "TransitionEntitlementInput": "transition_entitlement_input",
    "TransitionInput": "transition_input",
    "TransitionItem": "transition_item",
    "TransitionTime": "transition_time",
    "Trial": "trial",
    "TrialInput": "trial_input",
    "UpcomingBills": "upcoming_bills",
    "UpcomingBillsAdjustment": "upcoming_bills_adjustment",
    "UpcomingBillsBlendedMargin": "upcoming_bills_blended_margin",
    "UpcomingBillsLine": "upcoming_bills_line",
    "UpcomingBillsMargin": "upcoming_bills_margin",
    "UpcomingBillsMoment": "upcoming_bills_moment",
    "UpcomingBillsMomentType": "upcoming_bills_moment_type",
    "UpcomingBillsPeriod": "upcoming_bills_period",
    "UpcomingBillsTax": "upcoming_bills_tax",
    "UsageOptions": "usage_options",
    "UsageOptionsInput": "usage_options_input",
    "XY": "xy",
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
    "BillingCycleName",
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
    "CatalogBillingSystem",
    "CatalogError",
    "CatalogErrorEntry",
    "CatalogStatus",
    "CatalogStatusFilter",
    "ChangeAccountItem",
    "ChargeQuantity",
    "ChargeQuantityInput",
    "ChargingDetails",
    "ChargingDetailsInput",
    "ComputedDetails",
    "ComputedFeature",
    "CouplingParticipant",
    "CouplingViolation",
    "CreditNote",
    "CreditNoteAmounts",
    "CreditNoteCredit",
    "CreditNoteLine",
    "CreditNoteReason",
    "CreditNoteStatus",
    "CreditNoteSummary",
    "CreditNoteType",
    "Currency",
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
    "Entitlement",
    "EntitlementDisplayInfo",
    "EntitlementError",
    "EntitlementOrder",
    "EntitlementPage",
    "EntitlementPartnerInfo",
    "EntitlementQuantity",
    "EntitlementQuantitySource",
    "EntitlementReference",
    "EntitlementReferenceInput",
    "EntitlementRelation",
    "EntitlementRelationInput",
    "EntitlementRelationship",
    "EntitlementResource",
    "EntitlementStatus",
    "EntitlementSummary",
    "EntitlementSummaryQuantity",
    "EntitlementSummaryTemplate",
    "EntitlementTemplate",
    "EntitlementV2",
    "ErrorResponseVersion",
    "ExecutePricingChangeInput",
    "GatewayError",
    "GatewayErrorEntry",
    "GraphViolation",
    "ImpactedEntitlement",
    "ImplicitOrder",
    "Invoice",
    "InvoiceAccountReference",
    "InvoiceAddress",
    "InvoiceAdjustment",
    "InvoiceBankAccount",
    "InvoiceBankDebit",
    "InvoiceBillTo",
    "InvoiceBlendedMargin",
    "InvoiceCard",
    "InvoiceCardPayment",
    "InvoiceCharge",
    "InvoiceCycle",
    "InvoiceDeferredPayment",
    "InvoiceDispute",
    "InvoiceDisputeStatus",
    "InvoiceDunning",
    "InvoiceDunningAttempt",
    "InvoiceError",
    "InvoiceErrorDetails",
    "InvoiceErrorKey",
    "InvoiceFee",
    "InvoiceFeeDetails",
    "InvoiceFeeType",
    "InvoiceFieldError",
    "InvoiceFilter",
    "InvoiceGroup",
    "InvoiceGroupBillTo",
    "InvoiceGroupPage",
    "InvoiceGroupShipTo",
    "InvoiceHeaderTaxId",
    "InvoiceLine",
    "InvoiceMargin",
    "InvoicePage",
    "InvoicePayerAction",
    "InvoicePaymentStatus",
    "InvoicePaymentTerms",
    "InvoicePayPal",
    "InvoicePayPalPayment",
    "InvoicePeriod",
    "InvoicePlan",
    "InvoicePurchaseOrder",
    "InvoiceReferral",
    "InvoiceRelations",
    "InvoiceSaleTransition",
    "InvoiceShipTo",
    "InvoiceStatus",
    "InvoiceSubscription",
    "InvoiceTax",
    "InvoiceTaxId",
    "ItemError",
    "ItemErrors",
    "ItemProrationBehaviour",
    "ListPricePhase",
    "MissingRelationship",
    "NewItem",
    "Offering",
    "OfferingChargeElement",
    "OfferingCreationType",
    "OfferingDerived",
    "OfferingGroup",
    "OfferingHostingType",
    "OfferingOrigin",
    "OfferingOverrides",
    "OfferingPage",
    "OfferingPricingType",
    "OfferingRequirement",
    "OfferingRequirementLevel",
    "OfferingRequirementSide",
    "OfferingRequirementType",
    "OfferingTransition",
    "OfferingTransitionInput",
    "OfferingTrial",
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
    "PartnerOptOut",
    "PartnerOptOuts",
    "PlacedComputedDetails",
    "PlacedOrder",
    "PlacedOrderItem",
    "PlacedProcessingInfo",
    "PlacedPromotion",
    "PlacedPromotionDefinition",
    "PlacedPromotionValues",
    "PlatformError",
    "PreBill",
    "PreBillInput",
    "PreviewRequest",
    "PricingActivation",
    "PricingActivationInput",
    "PricingActivationReason",
    "PricingAggregation",
    "PricingChange",
    "PricingChangeInput",
    "PricingChangeStatus",
    "PricingChangeStep",
    "PricingChangeStepInput",
    "PricingChangeUpdateInput",
    "PricingChargeType",
    "PricingCohort",
    "PricingCohortInput",
    "PricingCohortType",
    "PricingCycle",
    "PricingDeactivation",
    "PricingDeactivationInput",
    "PricingMigration",
    "PricingMigrationInput",
    "PricingMigrationTarget",
    "PricingMigrationTargetInput",
    "PricingPlan",
    "PricingPlanInput",
    "PricingPlanItem",
    "PricingPlanItemInput",
    "PricingPlanPage",
    "PricingPlanRelation",
    "PricingPlanRelationType",
    "PricingPlanTier",
    "PricingPlanTierInput",
    "PricingPlanTransition",
    "PricingPlanTransitionInput",
    "PricingPlanUpdateInput",
    "PricingProration",
    "PricingProrationInput",
    "PricingRounding",
    "PricingTiersMode",
    "PricingTransform",
    "PricingTransformInput",
    "ProcessingInfo",
    "Product",
    "ProductPage",
    "Promotion",
    "PromotionBenefit",
    "PromotionBenefitInput",
    "PromotionDefinition",
    "PromotionDefinitionInput",
    "PromotionDuration",
    "PromotionError",
    "PromotionInput",
    "PromotionLock",
    "PromotionLockHolder",
    "PromotionLockType",
    "PromotionValues",
    "PromotionValuesInput",
    "ProrationBehaviour",
    "ProrationInfo",
    "ProrationReason",
    "Quote",
    "QuoteApplicationContext",
    "QuoteApplicationReason",
    "QuoteAuthor",
    "QuoteAutoRefresh",
    "QuoteBenefit",
    "QuoteBenefitDuration",
    "QuoteBillFrom",
    "QuoteBillFromType",
    "QuoteBillingAnchor",
    "QuoteBillingAnchorType",
    "QuoteBillingBehaviour",
    "QuoteBillingTerm",
    "QuoteBillingTermType",
    "QuoteBillUntil",
    "QuoteCancelledReason",
    "QuoteChargeQuantity",
    "QuoteContractType",
    "QuoteCouplingParticipant",
    "QuoteCouplingViolation",
    "QuoteDuration",
    "QuoteEnd",
    "QuoteEndType",
    "QuoteError",
    "QuoteGraphViolation",
    "QuoteItemError",
    "QuoteItemErrors",
    "QuoteLine",
    "QuoteLineCancelledReason",
    "QuoteLineProrationBehaviour",
    "QuoteLineReference",
    "QuoteLineStaleReason",
    "QuoteLineStatus",
    "QuoteLineType",
    "QuoteLocks",
    "QuoteMissingRelationship",
    "QuoteNote",
    "QuoteOrderRequest",
    "QuotePage",
    "QuotePreBilling",
    "QuotePromotion",
    "QuotePromotionDefinition",
    "QuotePromotionTerm",
    "QuotePromotionValues",
    "QuoteReferenceInput",
    "QuoteRelatedBy",
    "QuoteRelation",
    "QuoteRelationReferenceType",
    "QuoteSaleTransition",
    "QuoteStaleReason",
    "QuoteStart",
    "QuoteStartType",
    "QuoteStatus",
    "QuoteTrial",
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
    "Subscription",
    "SubscriptionAccounts",
    "SubscriptionAfterTransition",
    "SubscriptionAllowance",
    "SubscriptionAllowanceRecipient",
    "SubscriptionAllowanceType",
    "SubscriptionAnchor",
    "SubscriptionAnchorType",
    "SubscriptionApplicationReason",
    "SubscriptionBenefit",
    "SubscriptionBillingBehaviour",
    "SubscriptionBillingPause",
    "SubscriptionBillingPeriod",
    "SubscriptionChange",
    "SubscriptionChargeQuantity",
    "SubscriptionCharges",
    "SubscriptionChargeSummary",
    "SubscriptionDefaultAllowance",
    "SubscriptionInvoiceSettings",
    "SubscriptionLastPaid",
    "SubscriptionLockHolder",
    "SubscriptionLocks",
    "SubscriptionLockType",
    "SubscriptionNextChange",
    "SubscriptionPhase",
    "SubscriptionPriceLock",
    "SubscriptionPromotion",
    "SubscriptionPromotionDefinition",
    "SubscriptionPromotionLock",
    "SubscriptionPromotionValues",
    "SubscriptionReferenceType",
    "SubscriptionRelativeTo",
    "SubscriptionSchedule",
    "SubscriptionScheduleAction",
    "SubscriptionScheduledChanges",
    "SubscriptionStatus",
    "SubscriptionSummary",
    "SubscriptionTestFeatures",
    "SubscriptionTransition",
    "SubscriptionTrial",
    "SubscriptionTrialEnd",
    "SubscriptionV2",
    "TestParametersInput",
    "TransactionAccountReference",
    "Transition",
    "TransitionEntitlementInput",
    "TransitionInput",
    "TransitionItem",
    "TransitionTime",
    "Trial",
    "TrialInput",
    "UpcomingBills",
    "UpcomingBillsAdjustment",
    "UpcomingBillsBlendedMargin",
    "UpcomingBillsLine",
    "UpcomingBillsMargin",
    "UpcomingBillsMoment",
    "UpcomingBillsMomentType",
    "UpcomingBillsPeriod",
    "UpcomingBillsTax",
    "UsageOptions",
    "UsageOptionsInput",
    "XY",
)
