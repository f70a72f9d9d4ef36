"""How the sandbox's quotes behave: worked on, open, ordered. Amounts are in minor units."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import QUOTE_SEEDS, QuoteSeed, fixed_id
from commerce_sdk.sandbox.commerce.cycles import cycle, milliseconds
from commerce_sdk.sandbox.commerce.paper import pdf
from commerce_sdk.sandbox.commerce.plans import Plan, pricing_plan_id
from commerce_sdk.sandbox.commerce.prices import Price, parts_of, price
from commerce_sdk.sandbox.engine.call import Call, Entry, File, Json
from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.refusal import Refusal

EXPIRES_AFTER = 30 * 86_400.0
"""Seconds from a quote's making to its end, unless it was ordered."""

_DAY = 86_400.0


@dataclass
class HeldQuote:
    """A quote that the platform has."""

    seed: QuoteSeed
    account: str
    currency: str
    created_at: float

    @property
    def number(self) -> str:
        return "Q-" + self.seed.id[:8].upper()

    @property
    def expires_at(self) -> float:
        return self.created_at + EXPIRES_AFTER

    @property
    def prices(self) -> list[Price]:
        """What each line costs."""
        return [
            price(Plan(offering, {"user": quantity}), self.currency, with_margin=True)
            for offering, quantity in self.seed.lines
        ]

    def items(self) -> list[Json]:
        """The lines as items of an order."""
        return [
            {
                "type": "CREATION_ORDER",
                "itemId": f"O{number}",
                "offeringId": offering,
                "optedUsageOptions": {
                    "chargingDetails": {
                        "chargeQuantities": [{"chargeElement": "user", "quantity": quantity}]
                    }
                },
                "quoteLineItemDetailsReference": {
                    "quoteId": self.seed.id,
                    "version": self.seed.version,
                    "quoteLineItemId": f"L{number}",
                    "quoteLineItemType": "CREATE_ENTITLEMENT",
                },
            }
            for number, (offering, quantity) in enumerate(self.seed.lines, 1)
        ]


class Quotes:
    """All quotes of the sandbox. `stage_of` tells how far the order of a quote has come."""

    def __init__(
        self,
        clock: Clock,
        accounts: Sequence[str],
        currency_of: Callable[[str], str],
        stage_of: Callable[[str], str | None],
    ) -> None:
        self._clock = clock
        self._stage_of = stage_of
        now = clock.time()
        self.held: dict[str, HeldQuote] = {
            seed.id: HeldQuote(
                seed,
                accounts[seed.account],
                currency_of(accounts[seed.account]),
                now if seed.at_work_for else now - _DAY,
            )
            for seed in QUOTE_SEEDS
            if seed.account < len(accounts)
        }

    # --- for orders

    def to_order(self, account: str | None, reference: Json) -> HeldQuote:
        """The quote that an order names. Raises `Refusal` for one that cannot be ordered."""
        quote = self._of(account, str(reference["id"]))
        if quote.seed.version != reference["version"]:
            detail = f"The quote is at version {quote.seed.version} by now."
            raise Refusal(409, "quote_changed", detail)
        status = self.status(quote)
        if status != "OPEN":
            raise Refusal(422, "quote_not_open", f"The quote is {status}; only OPEN ones are sold.")
        return quote

    # --- operations

    def get_quote(self, call: Call) -> Json:
        return self._shown(self._of(call.tenants.get("transaction"), call.id))

    def list_quotes(self, call: Call) -> list[Entry]:
        status, group = call.values.get("status-filter"), call.values.get("invoice-group")
        number = call.values.get("quote-number")
        return [
            Entry(quote.seed.id, lambda quote=quote: self._shown(quote))  # type: ignore[misc]
            for quote in self.held.values()
            if quote.account == call.tenants.get("transaction")
            and status in (None, self.status(quote))
            and group in (None, fixed_id(quote.account))
            and number in (None, quote.number)
        ]

    def download_quote(self, call: Call) -> File:
        quote = self._of(call.tenants.get("transaction"), call.id)
        total = sum(price.total for price in quote.prices)
        return File(pdf(f"Quote {quote.number}: {total} minor units"), "application/pdf")

    def _of(self, account: str | None, quote_id: str) -> HeldQuote:
        quote = self.held.get(quote_id.lower())
        if quote is None or quote.account != account:
            raise Refusal(404, "quote_not_found", "There is no such quote.")
        return quote

    # --- life and shape

    def status(self, quote: HeldQuote) -> str:
        if self._clock.time() < quote.created_at + quote.seed.at_work_for:
            return "CREATION_IN_PROGRESS"
        stage = self._stage_of(quote.seed.id)
        if stage in ("PENDING", "PROCESSING"):
            return "ACCEPTANCE_IN_PROGRESS"
        if stage == "SUCCESS":
            return "ACCEPTED"
        return "STALE" if self._clock.time() >= quote.expires_at else quote.seed.status

    def _shown(self, quote: HeldQuote) -> dict[str, Any]:
        at_work = self.status(quote) == "CREATION_IN_PROGRESS"
        created = milliseconds(quote.created_at)
        author = {"subject": "sales@example.com", "subjectType": "USER"}
        return {
            "id": quote.seed.id,
            "name": quote.seed.name,
            "version": quote.seed.version,
            "contractType": "STANDARD",
            "clonedFrom": None,
            "number": quote.number,
            "expiresAt": milliseconds(quote.expires_at),
            "revision": 1,
            "locale": "en-US",
            "transactionAccountId": quote.account,
            "reasonCode": "NEW_PURCHASE",
            "invoiceGroupId": fixed_id(quote.account),
            "status": self.status(quote),
            "createdBy": author,
            "createdAt": created,
            "updatedBy": author,
            "updatedAt": created,
            "lineItems": list(self._lines(quote)),
            "staleReason": _expired(quote) if self.status(quote) == "STALE" else None,
            "finalizedAt": None if at_work else created + int(quote.seed.at_work_for * 1000),
            "upcomingBillsRequestedAt": created,
            "upcomingBillsComputedAt": None if at_work else created,
            "upcomingBills": None if at_work else self._bills(quote),
        }

    def _lines(self, quote: HeldQuote) -> Iterator[Json]:
        for number, (offering, quantity) in enumerate(quote.seed.lines, 1):
            yield {
                "lineItemId": f"L{number}",
                "lineItemType": "CREATE_ENTITLEMENT",
                "offeringKey": offering,
                "pricingPlanId": pricing_plan_id(offering, quote.currency),
                "chargeQuantities": [{"chargeElement": "user", "quantity": quantity}],
                "startsAt": {"type": "QUOTE_ACCEPTANCE_DATE"},
                "saleTransitionDetails": {"saleTransitionType": "NEW"},
            }

    def _bills(self, quote: HeldQuote) -> Json:
        # As if it were accepted when the bills were worked out: nobody knows yet when it will be.
        month = cycle(milliseconds(quote.created_at), 0)
        lines = [
            {
                "id": f"B{number}",
                "quoteLineId": f"L{number}",
                "description": f"Line {number}",
                "currency": quote.currency,
                "period": {"startsAt": month.start, "endsAt": month.end},
                "offeringId": offering,
                "pricingPlanId": pricing_plan_id(offering, quote.currency),
                "quantity": each.quantity,
                **parts_of(each, lambda minor: minor, "subTotal"),
                "isCreditLine": False,
                "billsAt": {"type": "QUOTE_ACCEPTANCE_DATE"},
            }
            for number, (each, (offering, _)) in enumerate(
                zip(quote.prices, quote.seed.lines, strict=True), 1
            )
        ]
        return {
            "subTotal": sum(each.subtotal for each in quote.prices),
            "tax": sum(each.tax for each in quote.prices),
            "total": sum(each.total for each in quote.prices),
            "lines": lines,
        }


def _expired(quote: HeldQuote) -> Json:
    expired = milliseconds(quote.expires_at)
    return {
        "code": "QUOTE_EXPIRED",
        "name": "The quote has expired",
        "expiresAt": expired,
        "lastUpdatedAt": expired,
    }
