"""The sandbox's invoices, invoice groups and credit notes. Amounts are in major units.

An invoice follows each order that succeeded and agrees with its quote to the cent; a credit note
follows each order that cancels what was billed here.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import MARGIN_PERCENT, OFFERINGS, fixed_id
from commerce_sdk.sandbox.commerce.entitlements import quantities_of
from commerce_sdk.sandbox.commerce.orders import HeldOrder, Orders
from commerce_sdk.sandbox.commerce.paper import pdf
from commerce_sdk.sandbox.commerce.prices import Price, in_major, price
from commerce_sdk.sandbox.engine.call import Call, Entry, File, Json
from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.refusal import Refusal

PAID_AFTER = 3_600.0
"""Seconds from an invoice's end to its payment."""

_DAY = 86_400.0
_BILLED = ("CREATION_ORDER", "AMENDMENT_ORDER", "REACTIVATION_ORDER")


@dataclass(frozen=True)
class Line:
    """One line of an invoice."""

    id: str
    entitlement: str
    item: Json
    number: int
    price: Price


@dataclass(frozen=True)
class HeldInvoice:
    """An invoice that the platform has."""

    id: str
    number: str
    order: HeldOrder
    group: str
    currency: str
    finalized_at: float
    lines: tuple[Line, ...]

    def sum(self, part: str) -> int:
        total: int = sum(getattr(line.price, part) for line in self.lines)
        return total


@dataclass(frozen=True)
class HeldCreditNote:
    """What was given back of one line."""

    id: str
    invoice: HeldInvoice
    line: Line
    created_at: float


class Billing:
    """All invoices, invoice groups and credit notes. Each look goes through the orders."""

    def __init__(
        self, clock: Clock, orders: Orders, currency_of: Callable[[str], str], opened_at: float
    ) -> None:
        self._clock = clock
        self._orders = orders
        self._currency_of = currency_of
        self._opened_at = opened_at

    def invoices(self) -> dict[str, HeldInvoice]:
        """Every invoice by its id, the oldest first."""
        made = (self._invoice(order) for order in self._orders.succeeded())
        return {invoice.id: invoice for invoice in made if invoice.lines}

    def _invoice(self, order: HeldOrder) -> HeldInvoice:
        currency = self._currency_of(order.account)
        lines = []
        for number, item in enumerate(order.items, 1):
            if item["type"] in _BILLED:
                lines.append(
                    Line(
                        id=fixed_id(f"line {order.order_id} {number}"),
                        entitlement=entitlement_of(order, item),
                        item=item,
                        number=number,
                        price=price(
                            str(item.get("offeringId")),
                            sum(quantities_of(item).values()),
                            currency,
                            with_margin="quote" in order.body,
                        ),
                    )
                )
        return HeldInvoice(
            id=fixed_id(f"invoice {order.order_id}"),
            number="IN-" + order.slug.removeprefix("R-"),
            order=order,
            group=order.body.get("invoiceGroupId") or fixed_id(order.account),
            currency=currency,
            finalized_at=self._orders.ended_at(order),
            lines=tuple(lines),
        )

    def credit_notes(self) -> dict[str, HeldCreditNote]:
        """Every credit note by its id."""
        billed: dict[str, tuple[HeldInvoice, Line]] = {}
        found = {}
        invoices = self.invoices()
        for order in self._orders.succeeded():
            invoice = invoices.get(fixed_id(f"invoice {order.order_id}"))
            for line in invoice.lines if invoice else ():
                billed[line.entitlement] = (invoice, line)  # type: ignore[assignment]
            for item in order.items:
                if item["type"] == "CANCELLATION_ORDER":
                    last = billed.pop(entitlement_of(order, item), None)
                    if last is not None and last[0].order.account == order.account:
                        name = fixed_id(f"credit note {order.order_id} {item['itemId']}")
                        found[name] = HeldCreditNote(name, *last, self._orders.ended_at(order))
        return found

    # --- operations

    def list_invoices(self, call: Call) -> list[Entry]:
        group, wanted = call.values.get("invoice-group"), call.values.get("status-filter")
        return [
            Entry(invoice.id, lambda invoice=invoice: self._shown(invoice))  # type: ignore[misc]
            for invoice in reversed(self.invoices().values())
            if invoice.order.account == call.tenants.get("transaction")
            and group in (None, invoice.group)
            and wanted in (None, "PAID" if self._paid_at(invoice) else "UNPAID")
        ]

    def get_invoice(self, call: Call) -> Json:
        return self._shown(self._of(call, call.id))

    def download_invoice(self, call: Call) -> File:
        invoice = self._of(call, call.id)
        total = in_major(invoice.sum("total"), invoice.currency)
        return File(pdf(f"Invoice {invoice.number}: {invoice.currency} {total}"), "application/pdf")

    def list_invoice_groups(self, call: Call) -> list[Entry]:
        return [
            Entry(group["id"], lambda group=group: group)  # type: ignore[misc]
            for group in self._groups(call.tenants.get("transaction"))
        ]

    def get_invoice_group(self, call: Call) -> Json:
        for group in self._groups(call.tenants.get("transaction")):
            if group["id"] == call.id.lower():
                return group
        raise Refusal(404, "invoice_group_not_found", "There is no such invoice group.")

    def get_credit_note(self, call: Call) -> Json:
        note = self.credit_notes().get(call.id.lower())
        if note is None or note.invoice.order.account != call.tenants.get("transaction"):
            raise Refusal(404, "credit_note_not_found", "There is no such credit note.")
        return _credit_note(note)

    def get_credit_note_summary(self, call: Call) -> Json:
        invoice = self._of(call, str(call.values["invoiceId"]))
        wanted = str(call.values["entitlementId"]).lower()
        lines = [line for line in invoice.lines if line.entitlement == wanted]
        if not lines:
            raise Refusal(404, "entitlement_not_found", "The invoice does not bill it.")
        notes = [
            note
            for note in self.credit_notes().values()
            if note.invoice.id == invoice.id and note.line.entitlement == wanted
        ]
        total = sum(line.price.total for line in lines)
        refunded = sum(note.line.price.total for note in notes)
        return {
            "entitlementId": wanted,
            "invoiceNumber": invoice.number,
            "entitlementAmountDetails": {
                "total": in_major(total, invoice.currency),
                "refunded": in_major(refunded, invoice.currency),
            },
            "creditNotesIssued": [_credit_note(note) for note in notes],
        }

    def _of(self, call: Call, invoice_id: str) -> HeldInvoice:
        invoice = self.invoices().get(invoice_id.lower())
        if invoice is None or invoice.order.account != call.tenants.get("transaction"):
            raise Refusal(404, "invoice_not_found", "There is no such invoice.")
        return invoice

    # --- life and shape

    def _paid_at(self, invoice: HeldInvoice) -> float | None:
        paid = invoice.finalized_at + PAID_AFTER
        return paid if paid <= self._clock.time() else None

    def _shown(self, invoice: HeldInvoice) -> dict[str, Any]:
        paid_at = self._paid_at(invoice)
        finalized = _ms(invoice.finalized_at)

        def major(part: str) -> int | float:
            return in_major(invoice.sum(part), invoice.currency)

        return {
            "id": invoice.id,
            "version": 2 if paid_at else 1,
            "number": invoice.number,
            "invoiceGroup": invoice.group,
            "memo": None,
            "status": "PAID" if paid_at else "OPEN",
            "createdAt": finalized,
            "updatedAt": _ms(paid_at or invoice.finalized_at),
            "finalizedAt": finalized,
            "dueAt": _ms(invoice.finalized_at + 30 * _DAY),
            "paidAt": _ms(paid_at) if paid_at else None,
            "uncollectibleAt": None,
            "billTo": _party(invoice.order.account, invoice.currency),
            "shipTo": _party(invoice.order.account, invoice.currency),
            "paymentMethodObj": _card(invoice),
            "currency": invoice.currency,
            "subtotal": major("subtotal"),
            "tax": major("tax"),
            "total": major("total"),
            "items": list(_lines(invoice)),
            "appliedBalance": 0,
            "reInvoiced": None,
            "paymentStatus": {"status": "NO_ACTION", "updatedAt": _instant(invoice.finalized_at)},
        }

    def _groups(self, account: str | None) -> Iterator[dict[str, Any]]:
        if account is None:
            return
        currency = self._currency_of(account)
        for number, name in enumerate(("Head office", "Branch")):
            key = fixed_id(account if number == 0 else f"{account} {name}")
            party = _party(account, currency)
            yield {
                "id": key,
                "version": 1,
                "name": name,
                "slug": f"IG-{key[:4]}-{key[4:8]}-{key[9:13]}".upper(),
                "currency": currency,
                "billToParty": party,
                "shipToParty": {**party, "id": fixed_id(f"party {key}"), "version": 1},
                "active": True,
                "memo": None,
                "createdAt": _ms(self._opened_at - 365 * _DAY),
                "updatedAt": _ms(self._opened_at - 365 * _DAY),
                "recipients": ["billing@example.com"],
            }


def entitlement_of(order: HeldOrder, item: Json) -> str:
    """The entitlement that an item creates or names."""
    named = (item.get("entitlement") or {}).get("id")
    return str(named or order.entitlements.get(item["itemId"])).lower()


def _lines(invoice: HeldInvoice) -> Iterator[Json]:
    names = {offering.id: offering.name for offering in OFFERINGS}
    for line in invoice.lines:
        cost = line.price
        offering = str(line.item.get("offeringId"))
        margins = [
            {
                "amount": cost.major(cost.margin),
                "percent": float(MARGIN_PERCENT),
                "type": "PARTNER",
                "blended": False,
            }
        ]
        yield {
            "id": line.id,
            "currency": invoice.currency,
            "description": names.get(offering, "Some product"),
            "period": {
                "startAt": _ms(invoice.finalized_at),
                "endAt": _ms(invoice.finalized_at + 30 * _DAY),
            },
            "quantity": cost.quantity,
            "subtotal": cost.major(cost.subtotal),
            "tax": cost.major(cost.tax),
            "taxPercent": cost.tax_percent,
            "total": cost.major(cost.total),
            "adjustments": [],
            "margins": margins if cost.margin else [],
            "taxItems": [
                {
                    "tax": cost.major(cost.tax),
                    "taxPercent": cost.tax_percent,
                    "taxAmountLabel": "Sales tax",
                }
            ],
            "entitlementId": line.entitlement,
            "orderItemId": f"{invoice.order.order_id}-{line.number}",
            "orderId": invoice.order.order_id,
            "offeringKey": offering,
            "proration": False,
            "planObj": {"id": fixed_id(f"{offering} {invoice.currency}"), "type": "COMMERCIAL"},
        }


def _credit_note(note: HeldCreditNote) -> Json:
    cost = note.line.price
    return {
        "id": note.id,
        "number": "CN-" + note.id[:8].upper(),
        "memo": "Cancelled",
        "reason": "refund_cancelled_purchase",
        "type": "full-item-refund",
        "invoice": note.invoice.id,
        "currency": note.invoice.currency,
        "items": [
            {
                "id": fixed_id(f"line {note.id}"),
                "entitlementId": note.line.entitlement,
                "subtotal": cost.major(cost.subtotal),
                "tax": cost.major(cost.tax),
                "taxPercent": cost.tax_percent,
                "total": cost.major(cost.total),
                "refundToCustomerBalance": 0,
                "invoiceItems": [note.line.id],
            }
        ],
        "status": "PAID",
        "refundId": None,
        "rechargeInvoiceId": None,
        "createdAt": _ms(note.created_at),
        "updatedAt": _ms(note.created_at),
        "arn": None,
    }


def _party(account: str, currency: str) -> dict[str, Any]:
    japanese = currency == "JPY"
    return {
        "name": f"Customer {account[:4]}",
        "postalAddress": {
            "line1": "1-1 Chiyoda" if japanese else "1 Main Street",
            "city": "Tokyo" if japanese else "Austin",
            "country": "JP" if japanese else "US",
        },
    }


def _card(invoice: HeldInvoice) -> Json:
    finalized = _ms(invoice.finalized_at)
    return {
        "type": "CARD",
        "id": fixed_id(f"card {invoice.order.account}"),
        "currency": invoice.currency,
        "default": True,
        "createdAt": finalized,
        "updatedAt": finalized,
        "card": {
            "brand": "visa",
            "expMonth": 12,
            "expYear": 2031,
            "funding": "credit",
            "last4": "4242",
        },
    }


def _ms(seconds: float) -> int:
    return int(seconds * 1000)


def _instant(seconds: float) -> str:
    moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
