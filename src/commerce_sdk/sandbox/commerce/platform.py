"""Everything that the sandbox's platform has, and what each operation of the document does."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import YEN_ACCOUNT
from commerce_sdk.sandbox.commerce.credit_notes import CreditNotes
from commerce_sdk.sandbox.commerce.entitlements import Entitlements
from commerce_sdk.sandbox.commerce.invoice_groups import InvoiceGroups
from commerce_sdk.sandbox.commerce.invoices import Invoices
from commerce_sdk.sandbox.commerce.ledger import Ledger
from commerce_sdk.sandbox.commerce.orders import Orders
from commerce_sdk.sandbox.commerce.pricing import Pricing
from commerce_sdk.sandbox.commerce.products import Products
from commerce_sdk.sandbox.commerce.quotes import Quotes
from commerce_sdk.sandbox.engine.call import Call
from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.refusal import Refusal

Behaviour = Callable[[Call], Any]


class Platform:
    """The state behind a sandbox. The method of a group that is named like an operation's id is
    what that operation does; it gives JSON, a list's entries, a file, or nothing."""

    def __init__(self, clock: Clock, seed: int, accounts: Sequence[str]) -> None:
        self._accounts = tuple(accounts)
        chance = random.Random(seed)
        self.orders = Orders(clock, chance)
        self.quotes = Quotes(clock, accounts, self.currency_of, self.orders.stage_of_quote)
        self.orders.quotes = self.quotes
        self.orders.ledger = ledger = Ledger(clock, self.orders, self.currency_of)
        self.entitlements = Entitlements(ledger)
        self.invoices = Invoices(clock, ledger)
        self.credit_notes = CreditNotes(ledger, self.invoices)
        self.invoice_groups = InvoiceGroups(self.currency_of, clock.time())
        self.pricing = Pricing(clock, chance, self.orders.switches)
        self.products = Products()

    def currency_of(self, account: str) -> str:
        """What an account pays in."""
        yen = len(self._accounts) > YEN_ACCOUNT and account == self._accounts[YEN_ACCOUNT]
        return "JPY" if yen else "USD"

    def behaviour(self, operation_id: str) -> Behaviour:
        """What an operation does. Raises `Refusal` 501 for one that nobody wrote yet."""
        for group in (
            self.orders,
            self.quotes,
            self.entitlements,
            self.invoices,
            self.credit_notes,
            self.invoice_groups,
            self.products,
            self.pricing,
        ):
            found: Behaviour | None = getattr(group, operation_id, None)
            if found is not None:
                return found
        raise Refusal(
            501, "not_implemented", f"The sandbox has no behaviour for {operation_id} yet."
        )
