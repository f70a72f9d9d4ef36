"""The provisionings that were asked for, the orders that complete them, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from commerce_sdk.sandbox.admin.sales import Purchase, Sales
from commerce_sdk.sandbox.engine.clock import Clock

Outcome = Literal["COMPLETED", "FAILED"]


@dataclass
class AdminSwitches:
    """What can be changed while the administration runs. Times are in seconds of its clock.

    `provisioning` is from the success of an order to the end of its provisioning; `outcome` is how
    those end that are asked for from then on, where their order succeeds.
    """

    provisioning: float = 1.0
    outcome: Outcome = "COMPLETED"


@dataclass(frozen=True)
class Offered:
    """An offering to provision, and where its data are to be kept."""

    id: str
    location: str | None


@dataclass(frozen=True)
class Place:
    """A site by its name; its id is part of the resource names of what is on it."""

    name: str
    id: str


@dataclass
class Provisioning:
    """A provisioning that was asked for: of products on a site, or of an app on a product. `order`
    is the one that completes it; it has to come `within` so many seconds (None: at any time).
    `outcome` is how it ends where that succeeds."""

    id: str
    operation: str
    offerings: Sequence[Offered]
    admin_email: str
    made_at: float
    within: float | None
    outcome: Outcome
    site: Place | None = None
    product: str | None = None
    app_key: str | None = None
    order: str | None = None


@dataclass(frozen=True)
class Completed:
    """What an order made of a provisioning, and when."""

    provisioning: Provisioning
    at: float
    purchase: Purchase


class Requests:
    """All provisionings of the sandbox."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._sales: Sales | None = None
        self.switches: AdminSwitches = AdminSwitches()
        self.held: dict[str, Provisioning] = {}

    def met(self, sales: Sales) -> None:
        """Let orders complete them from now on."""
        self._sales = sales

    def refusal(self, request_id: str, order_id: str, offerings: Sequence[str]) -> str | None:
        """Take an order for a provisioning. Gives why it cannot be completed by it; None where it
        can be, or is not known."""
        asked = self.held.get(request_id)
        if asked is None:
            return None
        if asked.order is not None:
            return "Another order was placed for this provisioning."
        if self._is_over(asked):
            return "The provisioning has timed out: no order came for it in time."
        asked.order = order_id
        missing = [each.id for each in asked.offerings if each.id not in offerings]
        if missing:
            return f"Offerings were provisioned and not ordered: {', '.join(missing)}."
        return None

    def status(self, asked: Provisioning) -> str:
        """Where a provisioning stands."""
        purchase = self._purchase(asked)
        if purchase is None:
            return "FAILED" if self._is_over(asked) else "IN_PROGRESS"
        if purchase.stage == "FAILED":
            return "FAILED"
        return asked.outcome if self._is_done(purchase) else "IN_PROGRESS"

    def completed(self) -> Iterator[Completed]:
        """Those that are complete, in the order of their ends."""
        done = [
            Completed(asked, self._done_at(purchase), purchase)
            for asked in self.held.values()
            if self.status(asked) == "COMPLETED" and (purchase := self._purchase(asked))
        ]
        yield from sorted(done, key=lambda each: each.at)

    def _purchase(self, asked: Provisioning) -> Purchase | None:
        if asked.order is None or self._sales is None:
            return None
        return self._sales.purchase(asked.order)

    def _is_over(self, asked: Provisioning) -> bool:
        """Is it too late for an order?"""
        return asked.within is not None and self._clock.time() > asked.made_at + asked.within

    def _is_done(self, purchase: Purchase) -> bool:
        return purchase.stage == "SUCCESS" and self._clock.time() >= self._done_at(purchase)

    def _done_at(self, purchase: Purchase) -> float:
        return purchase.ends_at + self.switches.provisioning
