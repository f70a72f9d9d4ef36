"""A wrong argument of a call is found by each type checker, inside the SDK as well."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.pyright import findings
from tests.support.type_checker import strictly_checked
from tests.typing.wrong_calls import SETTINGS, methods

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

RESOURCES = """
from commerce_sdk import CommerceLayerClient

async def right(layer: CommerceLayerClient) -> None:
    await layer.roles.get("x", include=["organization.roles"], fields=["name"])

async def wrong(layer: CommerceLayerClient) -> None:
    layer.roles.list(include=["organisation"])  # here
    layer.roles.list(include=["organization.memberships.role"])  # here
    layer.roles.list(fields=["nam"])  # here
    layer.roles.list(fields={"roles": ["nam"]})  # here
    layer.roles.list(fields={"rolls": ["name"]})  # here
    layer.roles.list(sort=["+name"])  # here
    layer.roles.list(by="name")  # here
    layer.roles.permissions("x", sort=["user_email"])  # here
    layer.organizations.roles("x", include=["versionen"])  # here
    layer.versions.list(include=["role"])  # here
    await layer.roles.get("x", include=["organisation"])  # here
    await layer.memberships.role("x", fields=["user_email"])  # here
    await layer.roles.create(name="x")  # here
    await layer.roles.create(name=None, organization="x")  # here
    await layer.roles.update("x", name=None)  # here
    await layer.memberships.update("x", role=None)  # here
    await layer.memberships.update("x", application_memberships=None)  # here
    await layer.memberships.update("x", user_email="x")  # here
    (await layer.roles.get("x")).nam  # here
    (await layer.memberships.get("x")).role.name  # here
    if (await layer.memberships.get("x")).role is not None:
        (await layer.roles.get("x")).permissions[0]  # here
"""

MODELS = """
from commerce_sdk.admin.models import Workspace
from commerce_sdk.commerce_layer.models import Role
from commerce_sdk.models import Order
from commerce_sdk.storefront.models import Product

from commerce_sdk.admin.models import Order as A  # here
from commerce_sdk.commerce_layer.models import Order as B  # here
from commerce_sdk.models import Membership as C  # here
from commerce_sdk.storefront.models import Membership as D  # here
"""
MONEY = """
from decimal import Decimal
from commerce_sdk import Money

def right(price: Money) -> bool:
    return price - price + price * 2 == 1 and price > price / Decimal(2)

def wrong(price: Money, none: Money | None) -> None:
    price + 1  # here
    price + 0  # here
    1 + price  # here
    price - Decimal(1)  # here
    1 - price  # here
    price < 1  # here
    price >= 1  # here
    1 < price  # here
    price * price  # here
    price * 1.5  # here
    price / 1.5  # here
    1 / price  # here
    price + "1"  # here
    price + none  # here
    sum([price])  # here
"""
ORDERS = """
from commerce_sdk import AdminClient, CommerceClient, CommerceLayerClient, OrderParts, StorefrontClient, new_item

async def right(commerce: CommerceClient, parts: OrderParts) -> None:
    await commerce.orders.place(items=[new_item("x")], order_id="y", fresh=True)
    commerce.orders.prepare(**parts)

async def wrong(commerce: CommerceClient) -> None:
    await commerce.orders.place(itms=[new_item("x")])  # here
    await commerce.orders.place(items="x")  # here
    await commerce.orders.place(items=[{"type": "NEW"}])  # here
    await commerce.orders.place({"items": []})  # here
    await commerce.orders.place(order=b"x")  # here
    await commerce.orders.create(quote_id=5)  # here
    commerce.orders.prepare(metadata={"a": 1})  # here
    commerce.orders.prepare(fresh=True)  # here
    parts: OrderParts = {"quote": "x"}  # here

def settings() -> None:
    CommerceClient.from_env(tokn="x")  # here
    CommerceClient.from_env(deadline="5")  # here
    CommerceClient.from_env(organization="x")  # here
    AdminClient.from_env(organisation="x")  # here
    AdminClient.from_env(transaction_account="x")  # here
    StorefrontClient.from_env(tier=5)  # here
    StorefrontClient.from_env(client_id="x")  # here
    CommerceLayerClient.from_env(client_id=5)  # here
    CommerceLayerClient.from_env(client_secrets="x")  # here
    CommerceClient(token="x", tokens="x")  # here
    CommerceClient(token="x").with_options(deadlin=5)  # here
    CommerceClient(token="x").with_options(retry=5)  # here
"""

INSIDE = """
from commerce_sdk.runtime.core import Core

def right(core: Core) -> Core:
    return core.with_options(deadline=None, retry=None)

def wrong(core: Core) -> None:
    core.with_options(deadlin=5)  # here
    core.with_options(deadline="5")  # here
    core.for_tenants(transaction=5)  # here
"""
PROGRAMS = {
    "orders": ORDERS,
    "inside": INSIDE,
    "operations": PROGRAM,
    "resources": RESOURCES,
    "models": MODELS,
    "money": MONEY,
}


ALL = {**PROGRAMS, "settings": SETTINGS, "methods": methods()}


def mypy(*programs: Path) -> list[tuple[str, int]]:
    found = re.findall(r"(\w+)\.py:(\d+): error", strictly_checked(*programs))
    return [(name, int(line)) for name, line in found]


def pyright(*programs: Path) -> list[tuple[str, int]]:
    return [(each.path.stem, each.line) for each in findings(programs[0].parent, "standard")]


@pytest.fixture(scope="module", params=[mypy, pyright])
def found(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, set[int]]:
    """The lines that a checker refuses, by program."""
    folder = tmp_path_factory.mktemp("wrong")
    programs = [folder / f"{name}.py" for name in ALL]
    for program, text in zip(programs, ALL.values(), strict=True):
        program.write_text(text, encoding="utf-8")
    refused: list[tuple[str, int]] = request.param(*programs)
    return {name: {line for where, line in refused if where == name} for name in ALL}


@pytest.mark.parametrize("name", ALL)
def test_a_wrong_argument_is_found_where_it_stands(name: str, found: dict[str, set[int]]) -> None:
    lines = ALL[name].splitlines()
    assert found[name] == {n for n, line in enumerate(lines, 1) if line.endswith("# here")}
