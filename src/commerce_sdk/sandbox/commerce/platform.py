"""Everything that the Commerce platform has, and what each operation of its document does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from commerce_sdk.sandbox.commerce.beside import Beside
from commerce_sdk.sandbox.commerce.catalogue import ACCOUNTS, CATALOG_ACCOUNT, YEN_ACCOUNT
from commerce_sdk.sandbox.commerce.credit_notes import CreditNotes
from commerce_sdk.sandbox.commerce.document import commerce_document
from commerce_sdk.sandbox.commerce.entitlements import Entitlements
from commerce_sdk.sandbox.commerce.invoice_groups import InvoiceGroups
from commerce_sdk.sandbox.commerce.invoices import Invoices
from commerce_sdk.sandbox.commerce.ledger import Ledger
from commerce_sdk.sandbox.commerce.needs import Provisionings
from commerce_sdk.sandbox.commerce.orders import Orders, Switches
from commerce_sdk.sandbox.commerce.pricing import Pricing
from commerce_sdk.sandbox.commerce.products import Products
from commerce_sdk.sandbox.commerce.quotes import Quotes
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.errors import Codes
from commerce_sdk.sandbox.engine.given import texts
from commerce_sdk.sandbox.engine.platform import Platform
from commerce_sdk.sandbox.engine.world import World

TOKEN = "sandbox-token"
_INVOICE_KEYS = {
    404: "RESOURCE_NOT_FOUND",
    429: "TOO_MANY_REQUESTS",
    503: "SERVICE_UNAVAILABLE",
}
ERROR_CODES: Codes = {
    "invoices": lambda refusal: _INVOICE_KEYS.get(refusal.status, "BAD_REQUEST"),
    "quotes": lambda refusal: refusal.code.upper(),
}


class Commerce:
    """The state behind the platform: a group of behaviour for each part of it."""

    def __init__(self, world: World, accounts: Sequence[str]) -> None:
        self._accounts = tuple(accounts)
        clock = world.clock
        self.orders: Orders = Orders(clock, world.chance)
        self.quotes: Quotes = Quotes(clock, accounts, self.currency_of, self.orders.stage_of_quote)
        self.orders.quotes = self.quotes
        self.orders.ledger = ledger = Ledger(clock, self.orders, self.currency_of)
        self.entitlements: Entitlements = Entitlements(ledger)
        self.invoices: Invoices = Invoices(clock, ledger)
        self.credit_notes: CreditNotes = CreditNotes(ledger, self.invoices)
        self.invoice_groups: InvoiceGroups = InvoiceGroups(self.currency_of, clock.time())
        self.pricing: Pricing = Pricing(clock, world.chance, self.orders.switches)
        self.products: Products = Products()
        # Of several in one world, one sells to the platforms beside.
        if accounts and world.offer("sales", Beside(self.orders, ledger, self._accounts[0])):
            world.meet("provisionings", self._complete)
        self.parts: tuple[object, ...] = (
            self.orders,
            self.quotes,
            self.entitlements,
            self.invoices,
            self.credit_notes,
            self.invoice_groups,
            self.products,
            self.pricing,
        )

    def _complete(self, provisionings: Provisionings) -> None:
        """Let orders complete the provisionings of a platform beside."""
        self.orders.provisionings = provisionings

    def currency_of(self, account: str) -> str:
        """What an account pays in."""
        yen = len(self._accounts) > YEN_ACCOUNT and account == self._accounts[YEN_ACCOUNT]
        return "JPY" if yen else "USD"

    @property
    def switches(self) -> Switches:
        """How orders behave."""
        return self.orders.switches

    def state(self) -> Mapping[str, Any]:
        """What is shown from outside: the orders, and every order request that came."""
        return {
            "orders": {
                order.order_id: {"account": order.account, "digest": order.digest}
                for order in self.orders.held.values()
            },
            "receipts": [asdict(receipt) for receipt in self.orders.receipts],
        }


def commerce_platform(
    *,
    tokens: Sequence[str] = (TOKEN,),
    accounts: Sequence[str] = ACCOUNTS,
    catalog_accounts: Sequence[str] = (CATALOG_ACCOUNT,),
    limits: bool = True,
    document: Document | None = None,
) -> Platform:
    """The Commerce platform, for a server of one's own. Raises `ValueError` for one text where
    several are given."""
    known, own = texts("tokens", tokens), texts("accounts", accounts)
    return Platform(
        document or commerce_document(),
        lambda world: Commerce(world, own),
        credentials={"bearer": known, "basic": known},
        tenants={"transaction": own, "catalog": texts("catalog_accounts", catalog_accounts)},
        limits=limits,
        error_codes=ERROR_CODES,
    )
