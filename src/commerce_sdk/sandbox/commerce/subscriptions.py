"""One subscription: what an entitlement's orders make of it, and what it is charged as time passes.

Pure: it is told of orders and instants (in milliseconds), and knows no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import fixed_id
from commerce_sdk.sandbox.commerce.cycles import Period, cycle
from commerce_sdk.sandbox.commerce.plans import Plan, ordered_plan
from commerce_sdk.sandbox.commerce.prices import Price, kind_of_change, price, price_of_change
from commerce_sdk.sandbox.commerce.trials import Trial, begun_trial, is_skipped, trial_intent

Json = Mapping[str, Any]
MOST_CYCLES = 1_200
"""A subscription is billed for a hundred years at most, so that any jump of the clock ends."""


@dataclass(frozen=True)
class Occasion:
    """Why something happens: an order that took effect, or (without one) the passing of time."""

    moment: int
    order_id: str | None = None

    @property
    def name(self) -> str:
        """What is billed on one occasion is on one invoice."""
        return self.order_id or str(self.moment)


@dataclass(frozen=True)
class Terms:
    """The item of an order by which something is used and billed."""

    order_id: str
    item_id: str
    number: int

    @property
    def order_item_id(self) -> str:
        return f"{self.order_id}-{self.number}"


@dataclass(frozen=True)
class Charge:
    """One line of an invoice."""

    id: str
    entitlement: str
    account: str
    invoice_group: str
    occasion: Occasion
    terms: Terms
    offering: str
    period: Period
    price: Price
    sale: str
    proration: bool = False


@dataclass(frozen=True)
class Credit:
    """A charge that is given back."""

    charge: Charge
    occasion: Occasion


@dataclass
class Subscription:
    """What an account may use and is billed for, as far as the latest order or instant told.

    `sales` is what kind of sale each item of an order was.
    """

    id: str
    account: str
    invoice_group: str
    order: Terms
    terms: Terms
    plan: Plan
    with_margin: bool
    currency_of: Callable[[str], str]
    created_at: int
    updated_at: int
    version: int = 1
    active: bool = True
    relates_from: list[Json] = field(default_factory=list)
    relates_to: list[Json] = field(default_factory=list)
    trial: Trial | None = None
    charges: list[Charge] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    sales: dict[str, str] = field(default_factory=dict)
    _anchor: int | None = None
    _cycle: int = 0
    # The most that was billed for the running cycle; None where it is not billed yet.
    _paid: Plan | None = None
    _refundable: list[Charge] = field(default_factory=list)
    _waiting: list[Callable[[Occasion], None]] = field(default_factory=list)

    @property
    def currency(self) -> str:
        return self.currency_of(self.account)

    @property
    def offering(self) -> str:
        """What may be used."""
        return self.trial.offering if self.trial else self.plan.offering

    @property
    def billing_anchor(self) -> int | None:
        """Where the billing cycles are counted from; in a first trial, where they will be."""
        if self._anchor is None and self.trial is not None:
            return self.trial.end
        return self._anchor

    @property
    def next_billing(self) -> int | None:
        """When it is billed next; None where it will not be."""
        if not self.active:
            return None
        if self._anchor is None:
            return self.trial.end if self.trial else None
        return self._next_cycle

    # --- the passing of time

    def pass_to(self, moment: int) -> None:
        """Let trials end and cycles begin, up to an instant and at it."""
        while True:
            trial_end = self.trial.end if self.trial else None
            cycle_start = self._next_cycle
            due = min((each for each in (trial_end, cycle_start) if each is not None), default=None)
            if due is None or due > moment:
                return
            if due == trial_end:
                self._end_trial(Occasion(due))
            else:
                self._renew(Occasion(due))

    @property
    def _next_cycle(self) -> int | None:
        if not self.active or self._anchor is None or self._cycle + 1 >= MOST_CYCLES:
            return None
        return cycle(self._anchor, self._cycle).end

    def _end_trial(self, occasion: Occasion) -> None:
        trial, self.trial = self.trial, None
        assert trial is not None
        self._changed(occasion)
        if self._anchor is None:
            self._do_waiting(occasion)
        if trial.at_end == "CANCEL" or (trial.at_end == "REVERT_TRIAL" and self._anchor is None):
            self._stop(occasion)
        elif trial.at_end == "CONVERT_TO_PAID":
            self._take_on(trial.plan, occasion)

    def _renew(self, occasion: Occasion) -> None:
        self._cycle, self._paid = self._cycle + 1, None
        self._refundable.clear()
        self._do_waiting(occasion)
        self._bill_cycle(occasion, "RENEW")

    def _do_waiting(self, occasion: Occasion) -> None:
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act(occasion)
            self._changed(occasion)

    # --- orders

    def begin(self, item: Json, terms: Terms, occasion: Occasion) -> None:
        """Start, on trial or billed from now on."""
        self.active, self.terms, self._anchor, self._paid = True, terms, None, None
        self.sales[terms.order_item_id] = "NEW"
        self.plan = ordered_plan(item, self.plan)
        self.trial = self._begun_trial(item, terms, self.plan, occasion)
        if self.trial is None:
            self._take_on(self.plan, occasion)

    def amend(self, item: Json, terms: Terms, occasion: Occasion) -> None:
        """Change what is used. What comes with a trial of its own is billed after that."""
        plan, intent = ordered_plan(item, self.plan), trial_intent(item)
        self.sales[terms.order_item_id] = kind_of_change(self.plan, plan, self.currency)
        trial = self._begun_trial(item, terms, plan, occasion)
        if not self.active:
            self.plan = plan
        elif trial is not None:
            self.trial, self.terms = trial, terms
            self.plan = plan if self._anchor is None else self.plan
        elif self.trial is not None and self._anchor is None and not is_skipped(intent):
            self.terms, self.plan = terms, plan
            self.trial = replace(self.trial, plan=plan, offering=plan.offering)
        else:
            self.trial = None if is_skipped(intent) else self.trial
            self._when(item, occasion, lambda at: self._take_on(plan, at, terms))

    def cancel(self, item: Json, occasion: Occasion) -> None:
        """End, at once or with the cycle. What the first paid month cost is given back."""
        if self.active:
            self._when(item, occasion, self._cancel)

    def reactivate(self, item: Json, terms: Terms, occasion: Occasion) -> None:
        """Come back; what was to end with its cycle goes on."""
        self._waiting.clear()
        if self.active:
            self.amend(item, terms, occasion)
        else:
            self.begin(item, terms, occasion)

    def move(self, item: Json, occasion: Occasion) -> None:
        """Go to another invoice group or account; what is billed from then on is billed there."""
        self._when(item, occasion, lambda _: self._move(item["accountModification"]))

    def revert_trial(self, occasion: Occasion) -> None:
        """End a trial and go back to what stood before it."""
        if self.trial is not None:
            self.trial = None
            if self._anchor is None:
                self._stop(occasion)

    def _when(self, item: Json, occasion: Occasion, act: Callable[[Occasion], None]) -> None:
        if item.get("isImmediate") is False and self.next_billing is not None:
            self._waiting.append(act)
        else:
            act(occasion)

    def _begun_trial(
        self, item: Json, terms: Terms, plan: Plan, occasion: Occasion
    ) -> Trial | None:
        return begun_trial(
            trial_intent(item), plan, occasion.moment, terms.order_id, terms.order_item_id
        )

    def _cancel(self, occasion: Occasion) -> None:
        self.credits.extend(Credit(charge, occasion) for charge in self._refundable)
        self._stop(occasion)

    def _stop(self, occasion: Occasion) -> None:
        self.active, self.trial = False, None
        self._waiting.clear()
        self._refundable.clear()
        self.updated_at = occasion.moment

    def _move(self, change: Json) -> None:
        account = str(change.get("transactionAccountId") or self.account).lower()
        staying = self.invoice_group if account == self.account else fixed_id(account)
        self.account = account
        self.invoice_group = str(change.get("invoiceGroupId") or staying).lower()

    def _changed(self, occasion: Occasion) -> None:
        self.version, self.updated_at = self.version + 1, occasion.moment

    # --- bills

    def _take_on(self, plan: Plan, occasion: Occasion, terms: Terms | None = None) -> None:
        """Let a plan count from now on, and bill what is not billed yet."""
        self.plan, self.terms = plan, terms or self.terms
        if not self.active:
            return
        if self._anchor is None:
            self._anchor, self._cycle = occasion.moment, 0
            self._bill_cycle(occasion, "NEW")
        elif self._paid is not None and self._next_cycle is not None:
            self._bill_change(self._anchor, self._paid, occasion)

    def _bill_cycle(self, occasion: Occasion, sale: str) -> None:
        if self.active and self._anchor is not None:
            self._paid = self.plan
            cost = price(self.plan, self.currency, with_margin=self.with_margin)
            self._charge(occasion, cycle(self._anchor, self._cycle), cost, sale)

    def _bill_change(self, anchor: int, paid: Plan, occasion: Occasion) -> None:
        whole = cycle(anchor, self._cycle)
        left = whole.left_from(occasion.moment)
        cost = price_of_change(paid, self.plan, left, self.currency, with_margin=self.with_margin)
        if cost is not None:
            self._paid = self.plan
            rest = Period(occasion.moment, whole.end)
            self._charge(occasion, rest, cost, "UPGRADE", proration=True)

    def _charge(
        self, occasion: Occasion, period: Period, cost: Price, sale: str, proration: bool = False
    ) -> None:
        charge = Charge(
            id=fixed_id(f"line {self.id} {len(self.charges)}"),
            entitlement=self.id,
            account=self.account,
            invoice_group=self.invoice_group,
            occasion=occasion,
            terms=self.terms,
            offering=self.plan.offering,
            period=period,
            price=cost,
            sale=sale,
            proration=proration,
        )
        self.charges.append(charge)
        if self._cycle == 0:
            self._refundable.append(charge)
