"""The `invoices`, `invoice_groups` and `credit_notes` namespaces of the Commerce client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.commerce.namespace import Namespace
from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.downloads import Download
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk_api.commerce import api

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        CreditNote,
        CreditNoteSummary,
        Invoice,
        InvoiceGroup,
    )


class Invoices(Namespace):
    """Read invoices and fetch their paper. Their amounts are `Money`."""

    async def get(self, invoice_id: str) -> Invoice:
        """An invoice with its lines. Raises `NotFound`."""
        return await self._core.ask(
            api.invoices.get_invoice.build(id=invoice_id), check=about(invoice_id)
        )

    def list(
        self,
        *,
        status: str | None = None,
        invoice_group: str | None = None,
        page_size: int | None = None,
        deadline: float | None = None,
    ) -> Paginator[Invoice]:
        """The account's invoices: `async for invoice in …`, `.pages()`, `.first()`, `.collect()`.

        Args:
            status: `PAID` or `UNPAID`; left out, both.
            invoice_group: Only invoices to this invoice group.
            page_size: The most invoices to a page; left out, the platform's own.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a value that the document forbids.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        return paginate(
            self._core,
            api.invoices.list_invoices.build(
                status_filter=status,
                invoice_group=invoice_group,
                page_size=page_size,
            ),
            deadline=deadline,
        )

    def download(self, invoice_id: str, *, source_system: str | None = None) -> Download:
        """The invoice's PDF: `await ….save("invoice.pdf")`, or part by part with `async with`.

        `source_system` is passed on as it is; the platform does not say what it takes. Raises
        `InvalidRequest` at once for an id that cannot be one; saving and reading raise `NotFound`,
        and what any call does.
        """
        return Download(
            self._core,
            api.invoices.download_invoice.build(invoice_id=invoice_id, source_system=source_system),
        )


class InvoiceGroups(Namespace):
    """Read who is billed, and how."""

    async def get(self, invoice_group_id: str) -> InvoiceGroup:
        """An invoice group. Raises `NotFound`."""
        return await self._core.ask(
            api.invoice_groups.get_invoice_group.build(id=invoice_group_id),
            check=about(invoice_group_id),
        )

    def list(
        self, *, page_size: int | None = None, deadline: float | None = None
    ) -> Paginator[InvoiceGroup]:
        """The account's invoice groups; see `Invoices.list` for what can be done with a list.
        Raises as that does."""
        return paginate(
            self._core,
            api.invoice_groups.list_invoice_groups.build(page_size=page_size),
            deadline=deadline,
        )


class CreditNotes(Namespace):
    """Read what was given back."""

    async def get(self, credit_note_id: str) -> CreditNote:
        """A credit note. Raises `NotFound`."""
        return await self._core.ask(
            api.credit_notes.get_credit_note.build(id=credit_note_id), check=about(credit_note_id)
        )

    async def summary(self, invoice_id: str, entitlement_id: str) -> CreditNoteSummary:
        """What was given back of one invoice for one entitlement, with the notes themselves. Raises
        `NotFound`."""
        return await self._core.ask(
            api.credit_notes.get_credit_note_summary.build(
                invoice_id=invoice_id, entitlement_id=entitlement_id
            )
        )
