"""The sandbox's invoices: what is charged to an invoice group on one occasion. In major units."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import OFFERINGS, fixed_id
from commerce_sdk.sandbox.commerce.cycles import milliseconds
from commerce_sdk.sandbox.commerce.invoice_groups import party
from commerce_sdk.sandbox.commerce.ledger import Ledger
from commerce_sdk.sandbox.commerce.paper import pdf
from commerce_sdk.sandbox.commerce.plans import pricing_plan_id
from commerce_sdk.sandbox.commerce.prices import in_major, parts_of
from commerce_sdk.sandbox.commerce.subscriptions import Charge
from commerce_sdk.sandbox.engine.call import Call, Entry, File, Json
from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.refusal import Refusal

PAID_AFTER = 3_600_000
"""Milliseconds from an invoice to its payment."""

_DUE_AFTER = 30 * 86_400_000
_NAMES: Mapping[str, str] = {offering.id: offering.name for offering in OFFERINGS}


@dataclass(frozen=True)
class HeldInvoice:
    """An invoice that the platform has. It has one line at least."""

    id: str
    lines: tuple[Charge, ...]

    @property
    def number(self) -> str:
        return f"IN-{self.id[:4]}-{self.id[4:8]}-{self.id[9:13]}".upper()

    @property
    def account(self) -> str:
        return self.lines[0].account

    @property
    def group(self) -> str:
        return self.lines[0].invoice_group

    @property
    def currency(self) -> str:
        return self.lines[0].price.currency

    @property
    def finalized_at(self) -> int:
        return self.lines[0].occasion.moment

    def sum(self, part: str) -> int | float:
        """A part of all lines' prices, in major units."""
        return in_major(sum(getattr(line.price, part) for line in self.lines), self.currency)


class Invoices:
    """All invoices of the sandbox."""

    def __init__(self, clock: Clock, ledger: Ledger) -> None:
        self._clock = clock
        self._ledger = ledger

    def held(self) -> dict[str, HeldInvoice]:
        """Every invoice by its id, the oldest first."""
        lines: dict[str, list[Charge]] = {}
        for charge in self._ledger.charges():
            lines.setdefault(invoice_id(charge), []).append(charge)
        return {key: HeldInvoice(key, tuple(charges)) for key, charges in lines.items()}

    def of_account(self, account: str | None, wanted: str) -> HeldInvoice:
        """An invoice of an account. Raises `Refusal` 404 where it has none of this id."""
        invoice = self.held().get(wanted.lower())
        if invoice is None or invoice.account != account:
            raise Refusal(404, "invoice_not_found", "There is no such invoice.")
        return invoice

    # --- operations

    def list_invoices(self, call: Call) -> list[Entry]:
        group, wanted = call.values.get("invoice-group"), call.values.get("status-filter")
        return [
            Entry(invoice.id, lambda invoice=invoice: self._shown(invoice))  # type: ignore[misc]
            for invoice in reversed(self.held().values())
            if invoice.account == call.tenants.get("transaction")
            and group in (None, invoice.group)
            and wanted in (None, "PAID" if self._paid_at(invoice) else "UNPAID")
        ]

    def get_invoice(self, call: Call) -> Json:
        return self._shown(self.of_account(call.tenants.get("transaction"), call.id))

    def download_invoice(self, call: Call) -> File:
        invoice = self.of_account(call.tenants.get("transaction"), call.id)
        text = f"Invoice {invoice.number}: {invoice.currency} {invoice.sum('total')}"
        return File(pdf(text), "application/pdf")

    # --- life and shape

    def _paid_at(self, invoice: HeldInvoice) -> int | None:
        paid = invoice.finalized_at + PAID_AFTER
        return paid if paid <= milliseconds(self._clock.time()) else None

    def _shown(self, invoice: HeldInvoice) -> dict[str, Any]:
        paid_at, finalized = self._paid_at(invoice), invoice.finalized_at
        payer = party(invoice.account, invoice.currency)
        return {
            "id": invoice.id,
            "version": 2 if paid_at else 1,
            "number": invoice.number,
            "invoiceGroup": invoice.group,
            "memo": None,
            "status": "PAID" if paid_at else "OPEN",
            "createdAt": finalized,
            "updatedAt": paid_at or finalized,
            "finalizedAt": finalized,
            "dueAt": finalized + _DUE_AFTER,
            "paidAt": paid_at,
            "uncollectibleAt": None,
            "billTo": payer,
            "shipTo": payer,
            "paymentMethodObj": _card(invoice),
            "currency": invoice.currency,
            "subtotal": invoice.sum("subtotal"),
            "tax": invoice.sum("tax"),
            "total": invoice.sum("total"),
            "items": [_line(charge) for charge in invoice.lines],
            "appliedBalance": 0,
            "reInvoiced": None,
            "paymentStatus": {"status": "NO_ACTION", "updatedAt": _instant(finalized)},
        }


def invoice_id(charge: Charge) -> str:
    """The invoice that a charge is on."""
    return fixed_id(f"invoice {charge.account} {charge.invoice_group} {charge.occasion.name}")


def _line(charge: Charge) -> Json:
    cost = charge.price
    plan = pricing_plan_id(charge.offering, cost.currency)
    return {
        "id": charge.id,
        "currency": cost.currency,
        "description": _NAMES.get(charge.offering, "Some product"),
        "period": {"startAt": charge.period.start, "endAt": charge.period.end},
        "quantity": cost.quantity,
        **parts_of(cost, lambda minor: in_major(minor, cost.currency), "subtotal"),
        "entitlementId": charge.entitlement,
        "orderItemId": charge.terms.order_item_id,
        "orderId": charge.terms.order_id,
        "offeringKey": charge.offering,
        "proration": charge.proration,
        "saleTransitionDetails": {"saleTransitionType": charge.sale},
        "planObj": plan and {"id": plan, "type": "COMMERCIAL", "cycle": {"interval": "MONTHLY"}},
    }


def _card(invoice: HeldInvoice) -> Json:
    return {
        "type": "CARD",
        "id": fixed_id(f"card {invoice.account}"),
        "currency": invoice.currency,
        "default": True,
        "createdAt": invoice.finalized_at,
        "updatedAt": invoice.finalized_at,
        "card": {
            "brand": "visa",
            "expMonth": 12,
            "expYear": 2031,
            "funding": "credit",
            "last4": "4242",
        },
    }


def _instant(moment: int) -> str:
    shown = datetime.datetime.fromtimestamp(moment / 1000, datetime.UTC)
    return shown.isoformat(timespec="milliseconds").replace("+00:00", "Z")
