"""One subscription: what an entitlement's orders make of it, and what it is charged as time passes.

Pure: it is told of orders and instants (in milliseconds), and knows no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import fixed_id
from commerce_sdk.sandbox.commerce.cycles import Period, cycle
from commerce_sdk.sandbox.commerce.plans import Plan, Terms, ordered_plan
from commerce_sdk.sandbox.commerce.prices import Price, kind_of_change, price, price_of_change
from commerce_sdk.sandbox.commerce.trials import Trial, begun_trial, skips_trial

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
    ends_at: int | None = None
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
        return self._first_trial.end if self._first_trial else self._anchor

    @property
    def next_billing(self) -> int | None:
        """When it is billed next; None where it will not be."""
        ends_unpaid = self._first_trial is not None and not self._first_trial.becomes_paid
        return None if self.ends_at is not None or ends_unpaid else self._next_turn

    # --- the passing of time

    def pass_to(self, moment: int) -> None:
        """Let trials end and cycles begin, up to an instant and at it."""
        while True:
            cycle_start = self._next_cycle
            if self.trial is not None and self.trial.end <= min(moment, cycle_start or moment):
                self._end_trial(self.trial)
            elif cycle_start is not None and cycle_start <= moment:
                self._renew(Occasion(cycle_start))
            else:
                return

    @property
    def _first_trial(self) -> Trial | None:
        """The trial that runs before anything was billed."""
        return self.trial if self._anchor is None else None

    @property
    def _next_cycle(self) -> int | None:
        if not self.active or self._anchor is None or self._cycle + 1 >= MOST_CYCLES:
            return None
        return cycle(self._anchor, self._cycle).end

    @property
    def _next_turn(self) -> int | None:
        """When what is not to happen at once happens."""
        return self._first_trial.end if self._first_trial else self._next_cycle

    def _end_trial(self, trial: Trial) -> None:
        occasion, is_first = Occasion(trial.end), self._first_trial is not None
        self.trial = None
        self._changed(occasion)
        if is_first:
            self._do_waiting(occasion)
        if trial.becomes_paid:
            self._take_on(trial.plan, occasion, trial.terms)
        elif trial.at_end == "CANCEL" or is_first:
            self._stop(occasion)

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
        self.active, self.ends_at, self._anchor, self._paid = True, None, None, None
        self.sales[terms.order_item_id] = "NEW"
        self.plan, self.terms = ordered_plan(item, self.plan), terms
        self.trial = begun_trial(item, self.plan, terms, occasion.moment)
        if self.trial is None:
            self._take_on(self.plan, occasion, terms)

    def amend(self, item: Json, terms: Terms, occasion: Occasion) -> None:
        """Change what is used. What comes with a trial of its own is billed after that."""
        plan = ordered_plan(item, self.plan)
        self.sales[terms.order_item_id] = kind_of_change(self.plan, plan, self.currency)
        trial = begun_trial(item, plan, terms, occasion.moment)
        if not self.active:
            self.plan = plan
        elif trial is not None:
            self._try_out(trial)
        elif skips_trial(item):
            self.trial = None
            self._take_on(plan, occasion, terms)
        elif self._first_trial is not None:
            self._try_out(
                replace(self._first_trial, plan=plan, offering=plan.offering, terms=terms)
            )
        else:
            self._when(item, occasion, lambda at: self._take_on(plan, at, terms))

    def cancel(self, item: Json, occasion: Occasion) -> None:
        """End, at once or with the cycle. What the first paid month cost is given back."""
        if self.active:
            self.ends_at = self._when(item, occasion, self._cancel)

    def reactivate(self, item: Json, terms: Terms, occasion: Occasion) -> None:
        """Come back; what was to end with its cycle goes on."""
        self._waiting.clear()
        if self.active:
            self.ends_at = None
            self.amend(item, terms, occasion)
        else:
            self.begin(item, terms, occasion)

    def move(self, item: Json, occasion: Occasion) -> None:
        """Go to another invoice group or account; what is billed from then on is billed there."""
        self._when(item, occasion, lambda _: self._move(item["accountModification"]))

    def revert_trial(self, occasion: Occasion) -> None:
        """End a trial and go back to what stood before it."""
        if self._first_trial is not None:
            self._stop(occasion)
        self.trial = None

    def _when(self, item: Json, occasion: Occasion, act: Callable[[Occasion], None]) -> int:
        """Do it at once or at the next turn, as the item says; gives the instant."""
        turn = self._next_turn
        if item.get("isImmediate") is False and turn is not None:
            self._waiting.append(act)
            return turn
        act(occasion)
        return occasion.moment

    def _try_out(self, trial: Trial) -> None:
        self.trial = trial
        if self._anchor is None:
            self.plan, self.terms = trial.plan, trial.terms

    def _cancel(self, occasion: Occasion) -> None:
        self.credits.extend(Credit(charge, occasion) for charge in self._refundable)
        self._stop(occasion)

    def _stop(self, occasion: Occasion) -> None:
        self.active, self.trial, self.ends_at = False, None, occasion.moment
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

    def _take_on(self, plan: Plan, occasion: Occasion, terms: Terms) -> None:
        """Let a plan count from now on, and bill what is not billed yet."""
        self.plan, self.terms = plan, terms
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
