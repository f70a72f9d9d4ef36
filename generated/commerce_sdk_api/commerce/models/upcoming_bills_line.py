"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, choice, number, objects
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money

from .currency import Currency


class UpcomingBillsLine(Model, frozen=True):
    """One line of what would be billed."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _quote_line_id: str | None | UnsetType = msgspec.field(default=UNSET, name="quoteLineId")
    _description: str | None | UnsetType = msgspec.field(default=UNSET, name="description")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _total: Any | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _sub_total: Any | None | UnsetType = msgspec.field(default=UNSET, name="subTotal")
    _tax: Any | None | UnsetType = msgspec.field(default=UNSET, name="tax")
    _period: UpcomingBillsPeriod | None | UnsetType = msgspec.field(default=UNSET, name="period")
    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")
    _quantity: int | None | UnsetType = msgspec.field(default=UNSET, name="quantity")
    _adjustments: list[UpcomingBillsAdjustment | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="adjustments"
    )
    _margins: list[UpcomingBillsMargin | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="margins"
    )
    _tax_items: list[UpcomingBillsTax | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="taxItems"
    )
    _tax_percent: Any | None | UnsetType = msgspec.field(default=UNSET, name="taxPercent")
    _is_credit_line: bool | None | UnsetType = msgspec.field(default=UNSET, name="isCreditLine")
    _accrued_charges: bool | None | UnsetType = msgspec.field(default=UNSET, name="accruedCharges")
    _bills_at: UpcomingBillsMoment | None | UnsetType = msgspec.field(default=UNSET, name="billsAt")
    _metadata: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )
    _related_by: QuoteRelatedBy | None | UnsetType = msgspec.field(default=UNSET, name="relatedBy")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def quote_line_id(self) -> str | None:
        """The line of the quote."""
        return None if self._quote_line_id is UNSET else self._quote_line_id

    @property
    def description(self) -> str | None:
        """What it is, in words."""
        return None if self._description is UNSET else self._description

    @property
    def currency(self) -> Currency | None:
        """The currency of the amounts."""
        return (
            None
            if self._currency is UNSET or self._currency is None
            else choice(Currency, self._currency)
        )

    @property
    def total(self) -> Money | None:
        """The whole amount."""
        return (
            None
            if self._total is UNSET or self._total is None
            else amount(self._total, self._sdk_currency, "minor")
        )

    @property
    def sub_total(self) -> Money | None:
        """The amount, excluding tax, promotions and upgrade credits."""
        return (
            None
            if self._sub_total is UNSET or self._sub_total is None
            else amount(self._sub_total, self._sdk_currency, "minor")
        )

    @property
    def tax(self) -> Money | None:
        """The tax."""
        return (
            None
            if self._tax is UNSET or self._tax is None
            else amount(self._tax, self._sdk_currency, "minor")
        )

    @property
    def period(self) -> UpcomingBillsPeriod | None:
        """The time that the line covers."""
        return None if self._period is UNSET else self._period

    @property
    def offering_id(self) -> str | None:
        """The offering."""
        return None if self._offering_id is UNSET else self._offering_id

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan."""
        return None if self._pricing_plan_id is UNSET else self._pricing_plan_id

    @property
    def quantity(self) -> int | None:
        """How many."""
        return None if self._quantity is UNSET else self._quantity

    @property
    def adjustments(self) -> list[UpcomingBillsAdjustment] | None:
        """Changes of the price, such as discounts."""
        return (
            None
            if self._adjustments is UNSET or self._adjustments is None
            else objects(self._adjustments)
        )

    @property
    def margins(self) -> list[UpcomingBillsMargin] | None:
        """The partner's margins."""
        return None if self._margins is UNSET or self._margins is None else objects(self._margins)

    @property
    def tax_items(self) -> list[UpcomingBillsTax] | None:
        """The taxes, one by one."""
        return (
            None
            if self._tax_items is UNSET or self._tax_items is None
            else objects(self._tax_items)
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
    def is_credit_line(self) -> bool | None:
        """Whether the line gives money back."""
        return None if self._is_credit_line is UNSET else self._is_credit_line

    @property
    def accrued_charges(self) -> bool | None:
        """Whether it bills what had built up before."""
        return None if self._accrued_charges is UNSET else self._accrued_charges

    @property
    def bills_at(self) -> UpcomingBillsMoment | None:
        """When the line would be billed."""
        return None if self._bills_at is UNSET else self._bills_at

    @property
    def metadata(self) -> dict[str, str | None] | None:
        """Further particulars."""
        return None if self._metadata is UNSET else self._metadata

    @property
    def related_by(self) -> QuoteRelatedBy | None:
        """What caused the line."""
        return None if self._related_by is UNSET else self._related_by


from .quote_related_by import QuoteRelatedBy  # noqa: E402
from .upcoming_bills_adjustment import UpcomingBillsAdjustment  # noqa: E402
from .upcoming_bills_margin import UpcomingBillsMargin  # noqa: E402
from .upcoming_bills_moment import UpcomingBillsMoment  # noqa: E402
from .upcoming_bills_period import UpcomingBillsPeriod  # noqa: E402
from .upcoming_bills_tax import UpcomingBillsTax  # noqa: E402
