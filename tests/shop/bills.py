"""The `bills` namespace of the shop."""

from __future__ import annotations

import datetime
import json
from collections.abc import Sequence

from commerce_sdk.document.request_model import Written
from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.downloads import Download
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.retries.certainty import State
from tests.codegen.golden.shop.api import bills
from tests.codegen.golden.shop.models import (
    Bill,
    BillInput,
    BillPage,
    Colour,
    CopyInput,
    PlanInput,
    SendInput,
)


class Bills(Namespace):
    """Write, read and print bills."""

    async def get(
        self,
        bill_id: str,
        *,
        at: datetime.datetime | int | None = None,
        kind: Colour | str | None = None,
        full: bool | None = None,
    ) -> Bill:
        """A bill, as it was at an instant. Raises `NotFound`."""
        return await self._core.ask(
            bills.get_bill.build(bill_id=bill_id, at=at, kind=kind, full=full),
            check=about(bill_id),
        )

    def list(self, *, unique: bool = False, deadline: float | None = None) -> Paginator[Bill]:
        """The bills, from cursor to cursor; `unique` leaves out what came before."""
        return paginate(self._core, bills.list_bills.build(), unique=unique, deadline=deadline)

    async def create(
        self, bill: BillInput | CopyInput | Written, *, currency: str | None = None
    ) -> Bill | BillPage | None:
        """Make a bill, once: it is answered, or several are on their way, or it was there."""
        request = bills.create_bill.build(body=bill, currency=currency)
        bill_id: str = json.loads(request.body or b"{}")["id"]

        async def made(context: Context) -> Bill:
            read_back = bills.get_bill.build(bill_id=bill_id)
            check = about(bill_id)
            return await self._core.ask(read_back, context=context, again=False, check=check)

        begin = State.KNOWN if request.is_kept else State.FRESH
        outcome = await self._core.write(request, begin, look=made, check=_any)
        return outcome.found or outcome.answer

    def download(self, bill_id: str, *, colours: Sequence[Colour | str] | None = None) -> Download:
        """A bill's PDF."""
        return Download(self._core, bills.print_bill.build(bill_id=bill_id, colours=colours))

    async def send(self, bill_id: str, *, at: datetime.datetime | None = None) -> None:
        """Send a bill, at an instant or at once; returns when that has been accepted."""
        body = None if at is None else SendInput(at=at)
        await self._core.ask(bills.send_bill.build(bill_id=bill_id, body=body))

    async def plan(self, plan: PlanInput) -> None:
        """Make a plan, whose amounts are all in its currency."""
        await self._core.ask(bills.create_plan.build(body=plan))


def _any(answer: object) -> None:
    """A bill that is made is answered in several ways, one of them without a word."""
