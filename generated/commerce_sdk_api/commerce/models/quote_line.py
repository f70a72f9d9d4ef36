"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.model import Model

from .quote_line_proration_behaviour import QuoteLineProrationBehaviour
from .quote_line_status import QuoteLineStatus
from .quote_line_type import QuoteLineType


class QuoteLine(Model, frozen=True):
    """One thing that a quote offers: an entitlement to create, change or end."""

    _line_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="lineItemId")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _entitlement_version: str | None | UnsetType = msgspec.field(
        default=UNSET, name="entitlementVersion"
    )
    _line_item_type: str | None | UnsetType = msgspec.field(default=UNSET, name="lineItemType")
    _proration_behaviour: str | None | UnsetType = msgspec.field(
        default=UNSET, name="prorationBehaviour"
    )
    _offering_key: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringKey")
    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")
    _charge_quantities: list[QuoteChargeQuantity | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeQuantities"
    )
    _promotions: list[QuotePromotion | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="promotions"
    )
    _relates_from_entitlements: list[QuoteRelation | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="relatesFromEntitlements"
    )
    _lock_context: QuoteLocks | None | UnsetType = msgspec.field(default=UNSET, name="lockContext")
    _skip_trial: bool | None | UnsetType = msgspec.field(default=UNSET, name="skipTrial")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _subscription_id: str | None | UnsetType = msgspec.field(default=UNSET, name="subscriptionId")
    _starts_at: QuoteStart | None | UnsetType = msgspec.field(default=UNSET, name="startsAt")
    _billing_anchor: QuoteBillingAnchor | None | UnsetType = msgspec.field(
        default=UNSET, name="billingAnchor"
    )
    _ends_at: QuoteEnd | None | UnsetType = msgspec.field(default=UNSET, name="endsAt")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _stale_reason: QuoteLineStaleReason | None | UnsetType = msgspec.field(
        default=UNSET, name="staleReason"
    )
    _cancelled_reason: QuoteLineCancelledReason | None | UnsetType = msgspec.field(
        default=UNSET, name="cancelledReason"
    )
    _pre_billing_configuration: QuotePreBilling | None | UnsetType = msgspec.field(
        default=UNSET, name="preBillingConfiguration"
    )
    _metadata: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )
    _billing_behaviour_configuration: QuoteBillingBehaviour | None | UnsetType = msgspec.field(
        default=UNSET, name="billingBehaviourConfiguration"
    )
    _billing_terms: list[QuoteBillingTerm | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="billingTerms"
    )
    _sale_transition_details: QuoteSaleTransition | None | UnsetType = msgspec.field(
        default=UNSET, name="saleTransitionDetails"
    )
    _related_by: QuoteRelatedBy | None | UnsetType = msgspec.field(default=UNSET, name="relatedBy")
    _trial: QuoteTrial | None | UnsetType = msgspec.field(default=UNSET, name="trial")

    @property
    def line_item_id(self) -> str | None:
        """The line of the quote."""
        return None if self._line_item_id is UNSET else self._line_item_id

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def entitlement_version(self) -> str | None:
        """The version of the entitlement that the line was made for."""
        return None if self._entitlement_version is UNSET else self._entitlement_version

    @property
    def line_item_type(self) -> QuoteLineType | None:
        """What ordering the line does."""
        return (
            None
            if self._line_item_type is UNSET or self._line_item_type is None
            else choice(QuoteLineType, self._line_item_type)
        )

    @property
    def proration_behaviour(self) -> QuoteLineProrationBehaviour | None:
        """How a change within a cycle is billed."""
        return (
            None
            if self._proration_behaviour is UNSET or self._proration_behaviour is None
            else choice(QuoteLineProrationBehaviour, self._proration_behaviour)
        )

    @property
    def offering_key(self) -> str | None:
        """The key of the offering."""
        return None if self._offering_key is UNSET else self._offering_key

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan."""
        return None if self._pricing_plan_id is UNSET else self._pricing_plan_id

    @property
    def charge_quantities(self) -> list[QuoteChargeQuantity] | None:
        """How many of each charge element."""
        return (
            None
            if self._charge_quantities is UNSET or self._charge_quantities is None
            else objects(self._charge_quantities)
        )

    @property
    def promotions(self) -> list[QuotePromotion] | None:
        """The promotions."""
        return (
            None
            if self._promotions is UNSET or self._promotions is None
            else objects(self._promotions)
        )

    @property
    def relates_from_entitlements(self) -> list[QuoteRelation] | None:
        """Relations that lead from it to others."""
        return (
            None
            if self._relates_from_entitlements is UNSET or self._relates_from_entitlements is None
            else objects(self._relates_from_entitlements)
        )

    @property
    def lock_context(self) -> QuoteLocks | None:
        """What is held fixed."""
        return None if self._lock_context is UNSET else self._lock_context

    @property
    def skip_trial(self) -> bool | None:
        """Whether to begin without a trial."""
        return None if self._skip_trial is UNSET else self._skip_trial

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def subscription_id(self) -> str | None:
        """The subscription."""
        return None if self._subscription_id is UNSET else self._subscription_id

    @property
    def starts_at(self) -> QuoteStart | None:
        """When it begins."""
        return None if self._starts_at is UNSET else self._starts_at

    @property
    def billing_anchor(self) -> QuoteBillingAnchor | None:
        """Where the billing cycle is anchored."""
        return None if self._billing_anchor is UNSET else self._billing_anchor

    @property
    def ends_at(self) -> QuoteEnd | None:
        """When it ends."""
        return None if self._ends_at is UNSET else self._ends_at

    @property
    def status(self) -> QuoteLineStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(QuoteLineStatus, self._status)
        )

    @property
    def stale_reason(self) -> QuoteLineStaleReason | None:
        """Why it is out of date, if it is."""
        return None if self._stale_reason is UNSET else self._stale_reason

    @property
    def cancelled_reason(self) -> QuoteLineCancelledReason | None:
        """Why it was cancelled, if it was."""
        return None if self._cancelled_reason is UNSET else self._cancelled_reason

    @property
    def pre_billing_configuration(self) -> QuotePreBilling | None:
        """Billing in advance."""
        return None if self._pre_billing_configuration is UNSET else self._pre_billing_configuration

    @property
    def metadata(self) -> dict[str, str | None] | None:
        """Further particulars."""
        return None if self._metadata is UNSET else self._metadata

    @property
    def billing_behaviour_configuration(self) -> QuoteBillingBehaviour | None:
        """How billing behaves."""
        return (
            None
            if self._billing_behaviour_configuration is UNSET
            else self._billing_behaviour_configuration
        )

    @property
    def billing_terms(self) -> list[QuoteBillingTerm] | None:
        """Conditions of billing."""
        return (
            None
            if self._billing_terms is UNSET or self._billing_terms is None
            else objects(self._billing_terms)
        )

    @property
    def sale_transition_details(self) -> QuoteSaleTransition | None:
        """What kind of sale it is."""
        return None if self._sale_transition_details is UNSET else self._sale_transition_details

    @property
    def related_by(self) -> QuoteRelatedBy | None:
        """What caused the line."""
        return None if self._related_by is UNSET else self._related_by

    @property
    def trial(self) -> QuoteTrial | None:
        """The trial."""
        return None if self._trial is UNSET else self._trial


from .quote_billing_anchor import QuoteBillingAnchor  # noqa: E402
from .quote_billing_behaviour import QuoteBillingBehaviour  # noqa: E402
from .quote_billing_term import QuoteBillingTerm  # noqa: E402
from .quote_charge_quantity import QuoteChargeQuantity  # noqa: E402
from .quote_end import QuoteEnd  # noqa: E402
from .quote_line_cancelled_reason import QuoteLineCancelledReason  # noqa: E402
from .quote_line_stale_reason import QuoteLineStaleReason  # noqa: E402
from .quote_locks import QuoteLocks  # noqa: E402
from .quote_pre_billing import QuotePreBilling  # noqa: E402
from .quote_promotion import QuotePromotion  # noqa: E402
from .quote_related_by import QuoteRelatedBy  # noqa: E402
from .quote_relation import QuoteRelation  # noqa: E402
from .quote_sale_transition import QuoteSaleTransition  # noqa: E402
from .quote_start import QuoteStart  # noqa: E402
from .quote_trial import QuoteTrial  # noqa: E402
