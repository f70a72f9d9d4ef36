"""The sandbox's credit notes: one for each line of an invoice that is given back."""

from __future__ import annotations

from commerce_sdk.sandbox.commerce.catalogue import fixed_id
from commerce_sdk.sandbox.commerce.invoices import Invoices, invoice_id
from commerce_sdk.sandbox.commerce.ledger import Ledger
from commerce_sdk.sandbox.commerce.prices import in_major
from commerce_sdk.sandbox.commerce.subscriptions import Credit
from commerce_sdk.sandbox.engine.call import Call, Json
from commerce_sdk.sandbox.engine.refusal import Refusal


class CreditNotes:
    """All credit notes of the sandbox."""

    def __init__(self, ledger: Ledger, invoices: Invoices) -> None:
        self._ledger = ledger
        self._invoices = invoices

    def get_credit_note(self, call: Call) -> Json:
        account = call.tenants.get("transaction")
        for credit in self._ledger.credits():
            if _note_id(credit) == call.id.lower() and credit.charge.account == account:
                return _shown(credit)
        raise Refusal(404, "credit_note_not_found", "There is no such credit note.")

    def get_credit_note_summary(self, call: Call) -> Json:
        account, wanted_invoice = call.tenants.get("transaction"), str(call.values["invoiceId"])
        invoice = self._invoices.of_account(account, wanted_invoice)
        wanted = str(call.values["entitlementId"]).lower()
        billed = [line for line in invoice.lines if line.entitlement == wanted]
        if not billed:
            raise Refusal(404, "entitlement_not_found", "The invoice does not bill it.")
        given_back = [credit for credit in self._ledger.credits() if credit.charge in billed]
        total = sum(line.price.total for line in billed)
        refunded = sum(credit.charge.price.total for credit in given_back)
        return {
            "entitlementId": wanted,
            "invoiceNumber": invoice.number,
            "entitlementAmountDetails": {
                "total": in_major(total, invoice.currency),
                "refunded": in_major(refunded, invoice.currency),
            },
            "creditNotesIssued": [_shown(credit) for credit in given_back],
        }


def _note_id(credit: Credit) -> str:
    return fixed_id(f"credit note {credit.occasion.name} {credit.charge.id}")


def _shown(credit: Credit) -> Json:
    note, charge, cost = _note_id(credit), credit.charge, credit.charge.price
    return {
        "id": note,
        "number": "CN-" + note[:8].upper(),
        "memo": "Cancelled",
        "reason": "refund_cancelled_purchase",
        "type": "full-item-refund",
        "invoice": invoice_id(charge),
        "currency": cost.currency,
        "items": [
            {
                "id": fixed_id(f"line {note}"),
                "entitlementId": charge.entitlement,
                "subtotal": in_major(cost.net, cost.currency),
                "tax": in_major(cost.tax, cost.currency),
                "taxPercent": cost.tax_percent,
                "total": in_major(cost.total, cost.currency),
                "refundToCustomerBalance": 0,
                "invoiceItems": [charge.id],
            }
        ],
        "status": "PAID",
        "refundId": None,
        "rechargeInvoiceId": None,
        "createdAt": credit.occasion.moment,
        "updatedAt": credit.occasion.moment,
        "arn": None,
    }
