"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, choice, number, objects
from commerce_sdk.document.deprecation import warn_deprecated
from commerce_sdk.document.instants import from_epoch_ms, parse_rfc3339
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money

from .currency import Currency


class InvoiceLine(Model, frozen=True):
    """One line of an invoice."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _description: str | None | UnsetType = msgspec.field(default=UNSET, name="description")
    _period: InvoicePeriod | None | UnsetType = msgspec.field(default=UNSET, name="period")
    _subtotal: Any | None | UnsetType = msgspec.field(default=UNSET, name="subtotal")
    _total: Any | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _quantity: int | None | UnsetType = msgspec.field(default=UNSET, name="quantity")
    _unit_amount: Any | None | UnsetType = msgspec.field(default=UNSET, name="unitAmount")
    _adjustments: list[InvoiceAdjustment | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="adjustments"
    )
    _margins: list[InvoiceMargin | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="margins"
    )
    _tax_items: list[InvoiceTax | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="taxItems"
    )
    _invoice_request: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceRequest")
    _invoice_request_item: int | None | UnsetType = msgspec.field(
        default=UNSET, name="invoiceRequestItem"
    )
    _invoice_request_item_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="invoiceRequestItemId"
    )
    _subscription_obj: InvoiceSubscription | None | UnsetType = msgspec.field(
        default=UNSET, name="subscriptionObj"
    )
    _plan_obj: InvoicePlan | None | UnsetType = msgspec.field(default=UNSET, name="planObj")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _entitlement_number: str | None | UnsetType = msgspec.field(
        default=UNSET, name="entitlementNumber"
    )
    _relationship: InvoiceRelations | None | UnsetType = msgspec.field(
        default=UNSET, name="relationship"
    )
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _offering_key: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringKey")
    _tax: Any | None | UnsetType = msgspec.field(default=UNSET, name="tax")
    _tax_percent: Any | None | UnsetType = msgspec.field(default=UNSET, name="taxPercent")
    _original_invoice_referral: InvoiceReferral | None | UnsetType = msgspec.field(
        default=UNSET, name="originalInvoiceReferral"
    )
    _exchange_rate: Any | None | UnsetType = msgspec.field(default=UNSET, name="exchangeRate")
    _exchange_rate_date: str | None | UnsetType = msgspec.field(
        default=UNSET, name="exchangeRateDate"
    )
    _proration: bool | None | UnsetType = msgspec.field(default=UNSET, name="proration")
    _metadata: InvoiceFee | None | UnsetType = msgspec.field(default=UNSET, name="metadata")
    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _ir_issued_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="irIssuedTimestamp"
    )
    _accrued_charges: bool | None | UnsetType = msgspec.field(default=UNSET, name="accruedCharges")
    _total_usage: int | None | UnsetType = msgspec.field(default=UNSET, name="totalUsage")
    _sale_transition_details: InvoiceSaleTransition | None | UnsetType = msgspec.field(
        default=UNSET, name="saleTransitionDetails"
    )

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def currency(self) -> Currency | None:
        """The currency of the amounts."""
        return (
            None
            if self._currency is UNSET or self._currency is None
            else choice(Currency, self._currency)
        )

    @property
    def description(self) -> str | None:
        """What it is, in words."""
        return None if self._description is UNSET else self._description

    @property
    def period(self) -> InvoicePeriod | None:
        """The time that the line covers."""
        return None if self._period is UNSET else self._period

    @property
    def subtotal(self) -> Money | None:
        """The amount before tax."""
        return (
            None
            if self._subtotal is UNSET or self._subtotal is None
            else amount(self._subtotal, self._sdk_currency, "major")
        )

    @property
    def total(self) -> Money | None:
        """The whole amount."""
        return (
            None
            if self._total is UNSET or self._total is None
            else amount(self._total, self._sdk_currency, "major")
        )

    @property
    def quantity(self) -> int | None:
        """How many."""
        return None if self._quantity is UNSET else self._quantity

    @property
    def unit_amount(self) -> Money | None:
        """The price of one."""
        return (
            None
            if self._unit_amount is UNSET or self._unit_amount is None
            else amount(self._unit_amount, self._sdk_currency, "major")
        )

    @property
    def adjustments(self) -> list[InvoiceAdjustment] | None:
        """Changes of the price, such as discounts."""
        return (
            None
            if self._adjustments is UNSET or self._adjustments is None
            else objects(self._adjustments)
        )

    @property
    def margins(self) -> list[InvoiceMargin] | None:
        """The partner's margins."""
        return None if self._margins is UNSET or self._margins is None else objects(self._margins)

    @property
    def tax_items(self) -> list[InvoiceTax] | None:
        """The taxes, one by one."""
        return (
            None
            if self._tax_items is UNSET or self._tax_items is None
            else objects(self._tax_items)
        )

    @property
    def invoice_request(self) -> str | None:
        """The request that the line came of."""
        return None if self._invoice_request is UNSET else self._invoice_request

    @property
    def invoice_request_item(self) -> int | None:
        """The item in that request; whether by place or by number the sources do not say.
        Deprecated."""
        warn_deprecated("InvoiceLine.invoice_request_item")
        return None if self._invoice_request_item is UNSET else self._invoice_request_item

    @property
    def invoice_request_item_id(self) -> str | None:
        """The item of that request."""
        return None if self._invoice_request_item_id is UNSET else self._invoice_request_item_id

    @property
    def subscription_obj(self) -> InvoiceSubscription | None:
        """The subscription that the line bills."""
        return None if self._subscription_obj is UNSET else self._subscription_obj

    @property
    def plan_obj(self) -> InvoicePlan | None:
        """The plan that the line bills by. It can be missing."""
        return None if self._plan_obj is UNSET else self._plan_obj

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def entitlement_number(self) -> str | None:
        """The entitlement's number for people."""
        return None if self._entitlement_number is UNSET else self._entitlement_number

    @property
    def relationship(self) -> InvoiceRelations | None:
        """The relations of the entitlement."""
        return None if self._relationship is UNSET else self._relationship

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def offering_key(self) -> str | None:
        """The key of the offering."""
        return None if self._offering_key is UNSET else self._offering_key

    @property
    def tax(self) -> Money | None:
        """The tax."""
        return (
            None
            if self._tax is UNSET or self._tax is None
            else amount(self._tax, self._sdk_currency, "major")
        )

    @property
    def tax_percent(self) -> Decimal | None:
        """The tax as a percentage; 10 means ten percent."""
        return (
            None
            if self._tax_percent is UNSET or self._tax_percent is None
            else number(self._tax_percent)
        )

    @property
    def original_invoice_referral(self) -> InvoiceReferral | None:
        """The earlier invoice that the line corrects."""
        return None if self._original_invoice_referral is UNSET else self._original_invoice_referral

    @property
    def exchange_rate(self) -> Decimal | None:
        """The rate by which the amount was converted."""
        return (
            None
            if self._exchange_rate is UNSET or self._exchange_rate is None
            else number(self._exchange_rate)
        )

    @property
    def exchange_rate_date(self) -> datetime.datetime | str | None:
        """When that rate was taken."""
        return (
            None
            if self._exchange_rate_date is UNSET or self._exchange_rate_date is None
            else parse_rfc3339(self._exchange_rate_date)
        )

    @property
    def proration(self) -> bool | None:
        """Whether the line bills a part of a cycle."""
        return None if self._proration is UNSET else self._proration

    @property
    def metadata(self) -> InvoiceFee | None:
        """Further particulars."""
        return None if self._metadata is UNSET else self._metadata

    @property
    def order_id(self) -> str | None:
        """The order."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def ir_issued_timestamp(self) -> datetime.datetime | int | None:
        """When the request for the invoice was made."""
        return (
            None
            if self._ir_issued_timestamp is UNSET or self._ir_issued_timestamp is None
            else from_epoch_ms(self._ir_issued_timestamp)
        )

    @property
    def accrued_charges(self) -> bool | None:
        """Whether it bills what had built up before."""
        return None if self._accrued_charges is UNSET else self._accrued_charges

    @property
    def total_usage(self) -> int | None:
        """How much was used; the sources do not say of what."""
        return None if self._total_usage is UNSET else self._total_usage

    @property
    def sale_transition_details(self) -> InvoiceSaleTransition | None:
        """What kind of sale it is."""
        return None if self._sale_transition_details is UNSET else self._sale_transition_details


from .invoice_adjustment import InvoiceAdjustment  # noqa: E402
from .invoice_fee import InvoiceFee  # noqa: E402
from .invoice_margin import InvoiceMargin  # noqa: E402
from .invoice_period import InvoicePeriod  # noqa: E402
from .invoice_plan import InvoicePlan  # noqa: E402
from .invoice_referral import InvoiceReferral  # noqa: E402
from .invoice_relations import InvoiceRelations  # noqa: E402
from .invoice_sale_transition import InvoiceSaleTransition  # noqa: E402
from .invoice_subscription import InvoiceSubscription  # noqa: E402
from .invoice_tax import InvoiceTax  # noqa: E402
