"""The sandbox's invoice groups, and the parties that invoices are made out to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import fixed_id
from commerce_sdk.sandbox.commerce.cycles import milliseconds
from commerce_sdk.sandbox.engine.call import Call, Entry, Json
from commerce_sdk.sandbox.engine.refusal import Refusal

_YEAR = 365 * 86_400.0


class InvoiceGroups:
    """Two invoice groups an account. `opened_at` is when the sandbox began."""

    def __init__(self, currency_of: Callable[[str], str], opened_at: float) -> None:
        self._currency_of = currency_of
        self._opened_at = opened_at

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

    def _groups(self, account: str | None) -> Iterator[dict[str, Any]]:
        if account is None:
            return
        currency = self._currency_of(account)
        since = milliseconds(self._opened_at - _YEAR)
        for number, name in enumerate(("Head office", "Branch")):
            key = fixed_id(account if number == 0 else f"{account} {name}")
            paying = party(account, currency)
            yield {
                "id": key,
                "version": 1,
                "name": name,
                "slug": f"IG-{key[:4]}-{key[4:8]}-{key[9:13]}".upper(),
                "currency": currency,
                "billToParty": paying,
                "shipToParty": {**paying, "id": fixed_id(f"party {key}"), "version": 1},
                "active": True,
                "memo": None,
                "createdAt": since,
                "updatedAt": since,
                "recipients": ["billing@example.com"],
            }


def party(account: str, currency: str) -> dict[str, Any]:
    """Whom an account is, on paper."""
    japanese = currency == "JPY"
    return {
        "name": f"Customer {account[:4]}",
        "postalAddress": {
            "line1": "1-1 Chiyoda" if japanese else "1 Main Street",
            "city": "Tokyo" if japanese else "Austin",
            "country": "JP" if japanese else "US",
        },
    }
