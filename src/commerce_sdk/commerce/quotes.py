"""The `quotes` namespace of the Commerce client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.commerce.namespace import Namespace
from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.downloads import Download
from commerce_sdk.runtime.following.handle import Handle, Progress
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk_api.commerce import api

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        Quote,
    )

_AT_WORK = "_IN_PROGRESS"


class Quotes(Namespace):
    """Read quotes, wait for them, and fetch their paper. Their amounts are `Money`."""

    async def get(self, quote_id: str) -> Quote:
        """A quote with its lines and the bills that would follow. Raises `NotFound`."""
        return await self._core.ask(api.quotes.get_quote.build(id=quote_id), check=about(quote_id))

    def list(
        self,
        *,
        status: str | None = None,
        invoice_group: str | None = None,
        quote_number: str | None = None,
        page_size: int | None = None,
        deadline: float | None = None,
    ) -> Paginator[Quote]:
        """The account's quotes: `async for quote in …`, or `.pages()`, `.first()`, `.collect()`.

        Args:
            status: Only quotes of this status.
            invoice_group: Only quotes that are billed to this invoice group.
            quote_number: Only the quote of this number.
            page_size: The most quotes to a page; left out, the platform's own.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a value that the document forbids.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        return paginate(
            self._core,
            api.quotes.list_quotes.build(
                status_filter=status,
                invoice_group=invoice_group,
                quote_number=quote_number,
                page_size=page_size,
            ),
            deadline=deadline,
        )

    async def wait(self, quote_id: str) -> Handle[Quote, Quote]:
        """Follow a quote out of any status that ends in `_IN_PROGRESS`.

            quote = await (await commerce.quotes.wait(quote_id)).result(deadline=60)

        Looks once and returns the handle; its `result()` is the quote as soon as the platform has
        ended its work on it, whatever came of it. Raises `NotFound`.
        """

        async def look(context: Context) -> Progress[Quote, Quote]:
            request = api.quotes.get_quote.build(id=quote_id)
            quote = await self._core.ask(request, context=context, check=about(quote_id))
            at_work = not isinstance(quote.status, str) or quote.status.endswith(_AT_WORK)
            return Progress(state=quote, result=None if at_work else quote)

        handle = Handle(self._core, look, ids={"quote_id": quote_id})
        await handle.refresh()
        return handle

    def download(self, quote_id: str) -> Download:
        """The quote's PDF: `await ….save("quote.pdf")`, or part by part with `async with`. Raises
        `InvalidRequest` at once for an id that cannot be one; saving and reading raise `NotFound`,
        and what any call does."""
        return Download(self._core, api.quotes.download_quote.build(id=quote_id))
