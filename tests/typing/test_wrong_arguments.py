"""A wrong argument of a call is found by the type checker, inside the SDK as well."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.type_checker import strictly_checked

PROGRAM = """
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.lists.listing import paginate
from typing import assert_type
from commerce_sdk_api.commerce import api
from commerce_sdk_api.commerce.models import Invoice

async def right(core: Core) -> None:
    assert_type(await core.ask(api.invoices.get_invoice.build(id="x")), Invoice)
    paginate(core, api.invoices.list_invoices.build(page_size=5))

async def wrong(core: Core) -> None:
    await core.ask(api.invoices.get_invoice.build(invoice_idd="x"))  # here
    await core.ask(api.invoices.get_invoice.build(id="x", nonsense=3))  # here
    await core.ask(api.invoices.get_invoice.build(id=5))  # here
    await core.ask(api.invoices.get_invoice, id="x")  # here
    await core.ask(api.orders.create_order.build(body={}))  # here
    paginate(core, api.invoices.list_invoices.build(page_sise=5))  # here
"""


def test_a_wrong_argument_is_found_where_it_stands(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    found = strictly_checked(program)
    lines = {int(number) for number in re.findall(r"program\.py:(\d+): error", found)}
    assert lines == {
        number for number, line in enumerate(PROGRAM.splitlines(), 1) if line.endswith("# here")
    }, found
