"""Each wrong argument is one refusal by its keyword, before anything is sent."""

from __future__ import annotations

import json
import uuid
from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest

from commerce_sdk import CommerceError, InvalidRequest, NotFound, journeys, new_item
from tests.journeys.checkpoints import At
from tests.journeys.two_platforms import (
    AN_APP,
    APP,
    CONFLUENCE,
    JIRA,
    PARENT,
    TwoPlatforms,
    another,
    two_platforms,
)

pytestmark = pytest.mark.anyio


@pytest.fixture
async def world() -> AsyncIterator[TwoPlatforms]:
    async with two_platforms() as made:
        yield made


def named(error: InvalidRequest, name: str) -> bool:
    return error.path.partition("[")[0].partition(".")[0] == name


NO_SITES = [
    *("acme.atlassian.net", "https://acme.atlassian.net", "acme.", ".", "acme/", "acme:443"),
    *("-acme", "acme-", "-", "a b", "a\nb", "a_b", "münchen", "acme\u202e", "\ud800", "a" * 64),
]
"""No label of an address."""
SHARED: dict[str, list[Any]] = {
    "admin_email": ["", " ", 3, None, "\ud800"],
    "invoice_group": ["", "x", 3, uuid.uuid4()],
    "metadata": [
        "a",
        3,
        [("a", "b")],
        {"a": 1},
        {1: "a"},
        {"provisionRequestId": "own"},
        {"": "b"},
    ],
    "order_id": ["", "x", 3, uuid.uuid4()],
    "via": ["v3", None, 4, [], "V2"],
    "checkpoint": ["x", 3, lambda token: None],
    "across_origins": ["yes", 1, None],
}
PRODUCTS: dict[str, list[Any]] = {
    **SHARED,
    "products": [None, [], (), JIRA, "jira", 3, ["jira"], [JIRA, None], [AN_APP], [JIRA, AN_APP]],
    "site": ["", " ", 3, None, *NO_SITES],
    "new_site": ["yes", 1, None],
    "timezone": ["", 3, None],
    "container": [PARENT],
}
APPS: dict[str, list[Any]] = {
    **SHARED,
    "app": [None, JIRA, "app", [AN_APP]],
    "site": ["", 3, None, *NO_SITES],
    "product": ["", 3, None],
    "product_ari": ["", 3, "ari:cloud:confluence::site/one"],
}


@pytest.mark.parametrize("name", PRODUCTS)
async def test_of_products(world: TwoPlatforms, name: str) -> None:
    async with another(world, commerce={"base_url": "http://localhost/commerce/api"}) as elsewhere:
        here = elsewhere if name == "across_origins" else world
        for value in PRODUCTS[name]:
            with pytest.raises(InvalidRequest) as caught:
                await here.begin(**{name: value})
            assert named(caught.value, name), (value, caught.value)
            assert caught.value.maybe_applied is False
        assert here.requests == []


@pytest.mark.parametrize("name", APPS)
async def test_of_an_app(world: TwoPlatforms, name: str) -> None:
    async with another(world, commerce={"base_url": "http://localhost/commerce/api"}) as elsewhere:
        here = elsewhere if name == "across_origins" else world
        for value in APPS[name]:
            with pytest.raises(InvalidRequest) as caught:
                await here.install(**{name: value})
            assert named(caught.value, name), (value, caught.value)
            assert caught.value.maybe_applied is False
        assert here.requests == []


async def test_of_a_resume(world: TwoPlatforms) -> None:
    await world.begin()
    world.transport.requests.clear()
    token = world.kept.at("provisioning")
    wrong: dict[str, list[Any]] = {
        "request_id": ["", " ", 3],
        "provision_again": ["yes", 1, None],
        "checkpoint": ["x", 3, lambda token: None],
    }
    for name, values in wrong.items():
        for value in values:
            with pytest.raises(InvalidRequest) as caught:
                await world.resume(token, **{name: value})
            assert named(caught.value, name), (value, caught.value)
    with pytest.raises(InvalidRequest, match="not both") as caught:
        await world.resume(token, request_id="x", provision_again=True)
    assert caught.value.path == "request_id"
    assert world.requests == []


async def test_what_are_no_clients(world: TwoPlatforms) -> None:
    await world.begin()
    world.transport.requests.clear()
    swapped: Any = (world.commerce, world.admin)
    some: list[tuple[Any, Any, str]] = [
        (*swapped, "admin"),
        (None, world.commerce, "admin"),
        (world.admin, "x", "commerce"),
    ]
    for admin, commerce, path in some:
        given: dict[str, Any] = {"site": "a", "admin_email": "a@b.c"}
        for call in (
            journeys.provision_and_order(admin, commerce, products=[JIRA], **given),
            journeys.install_app(admin, commerce, app=AN_APP, product="jira", **given),
            journeys.resume(admin, commerce, world.kept.tokens[0]),
        ):
            with pytest.raises(InvalidRequest) as caught:
                await call
            assert caught.value.path == path
    assert world.requests == []


async def test_a_client_for_nobody(world: TwoPlatforms) -> None:
    async with another(world, admin={"organization": None}) as nobody:
        with pytest.raises(InvalidRequest, match="set it on the client") as caught:
            await nobody.begin()
    assert caught.value.path == "organization"
    async with another(world, commerce={"transaction_account": None}) as nobody:
        with pytest.raises(InvalidRequest, match="set it on the client") as caught:
            await nobody.install()
    assert caught.value.path == "transaction_account"
    assert world.requests == []


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"timezone": None}, "timezone"),
        ({"new_site": False}, "timezone"),
        ({"container": PARENT}, "container"),
    ],
)
async def test_what_does_not_go_together(
    world: TwoPlatforms, given: dict[str, Any], path: str
) -> None:
    with pytest.raises(InvalidRequest) as caught:
        await world.begin(**given)
    assert caught.value.path == path
    assert world.requests == []


@pytest.mark.parametrize("blanks", [" {}", "{} ", "\t{}\n"])
async def test_blanks_around_a_site_are_none_of_it(world: TwoPlatforms, blanks: str) -> None:
    first = await world.begin(site=blanks.format("acme-2"))
    (provisioning,) = world.provisionings.values()
    assert provisioning["site"]["name"] == "acme-2"
    await first.result()
    journey = await world.install(site=blanks.format("ACME"))
    found = await anext(journey.steps())
    assert isinstance(found, journeys.ProductFound)


@pytest.mark.parametrize("site", ["a", "7", "a-b", "a--b", "A" * 63])
async def test_what_is_the_name_of_a_site(world: TwoPlatforms, site: str) -> None:
    await world.begin(site=site)
    (provisioning,) = world.provisionings.values()
    assert provisioning["site"]["name"] == site.lower()


@pytest.mark.parametrize("quantity", [-7, 0, "many", None, 1.5, True, 1 << 63])
async def test_a_product_that_was_changed_before(world: TwoPlatforms, quantity: Any) -> None:
    one = journeys.jira(users=100, parent=PARENT)
    one.quantities["user"] = quantity  # type: ignore[index]
    with pytest.raises(InvalidRequest) as caught:
        await world.begin(products=[CONFLUENCE, one])
    assert caught.value.path == "products[1].quantities"
    one = journeys.app(APP, app_key="key", quantities={"user": 1})
    one.quantities["user"] = quantity  # type: ignore[index]
    with pytest.raises(InvalidRequest) as caught:
        await world.install(app=one)
    assert caught.value.path == "app.quantities"
    assert world.requests == []


@pytest.mark.parametrize("stage", ["started", "provisioning", "ordering"])
@pytest.mark.parametrize("quantity", [-7, 7_000_000, "many"])
async def test_a_product_that_is_changed_meanwhile(
    world: TwoPlatforms, stage: str, quantity: Any
) -> None:
    given = [journeys.jira(users=100, parent=PARENT)]

    def change() -> None:
        given[0].quantities["user"] = quantity  # type: ignore[index]
        given.append(CONFLUENCE)

    checkpoint = At(stage=stage, act=change)
    await world.begin(products=given, checkpoint=checkpoint)
    _, item = world.sent["items"]
    (charged,) = item["optedUsageOptions"]["chargingDetails"]["chargeQuantities"]
    assert charged["quantity"] == 100
    for token in checkpoint.tokens:
        (kept,) = json.loads(token)["journey"]["plan"]["products"]
        assert kept["quantities"] == {"user": 100}


async def test_a_product_made_by_hand(world: TwoPlatforms) -> None:
    wrong = journeys.Product(kind="jira", offering="x", quantities={"user": 1})
    with pytest.raises(InvalidRequest) as caught:
        await world.begin(products=[JIRA, wrong])
    assert caught.value.path == "products[1].offering"
    wrong = journeys.Product(kind="app", offering=PARENT, quantities={"user": 1})
    with pytest.raises(InvalidRequest) as caught:
        await world.install(app=wrong)
    assert caught.value.path == "app.app_key"
    assert world.requests == []


async def test_a_keyword_that_there_is_not(world: TwoPlatforms) -> None:
    with pytest.raises(InvalidRequest, match="did you mean site=") as caught:
        await world.begin(sites="acme")
    assert caught.value.path == "sites"
    with pytest.raises(InvalidRequest) as caught:
        await journeys.provision_and_order(world.admin, world.commerce, products=[JIRA])  # type: ignore[call-arg]
    assert caught.value.path == "site"


async def test_what_is_given_arrives(world: TwoPlatforms) -> None:
    own, group = str(uuid.uuid4()), str(uuid.uuid4())
    journey = await world.begin(
        order_id=own, invoice_group=group, metadata={"a": "b"}, products=[CONFLUENCE]
    )
    assert journey.order_id == own
    assert world.sent["orderId"] == own
    assert world.sent["invoiceGroupId"] == group
    assert world.sent["metadata"] == {"a": "b", "provisionRequestId": journey.request_id}
    (provisioning,) = world.provisionings.values()
    assert provisioning["admin_email"] == "admin@example.com"


async def test_the_location_goes_with_the_provisioning(world: TwoPlatforms) -> None:
    await world.begin(products=[journeys.jira(users=1, parent=PARENT, location="eu")])
    (provisioning,) = world.provisionings.values()
    (offered,) = provisioning["offerings"]
    assert (offered["id"], offered["location"]) == (journeys.JIRA_ENTERPRISE, "eu")


# --- an order id that was used before


async def test_an_order_id_of_a_journey_that_is_under_way(world: TwoPlatforms) -> None:
    own = str(uuid.uuid4())
    first = await world.begin(order_id=own)
    again = await world.begin(order_id=own)
    assert (again.order_id, again.request_id) == (own, first.request_id)
    assert len(world.provisionings) == len(world.orders) == 1
    await again.result()


@pytest.mark.parametrize(
    ("offering", "said"),
    [
        (journeys.JIRA_ENTERPRISE, "is for no provisioning"),
        (PARENT, f"is the id of another order that is there: {PARENT}"),
    ],
    ids=["of the same offering", "of another one"],
)
async def test_an_order_id_of_another_order(world: TwoPlatforms, offering: str, said: str) -> None:
    placed = await world.commerce.orders.create(items=[new_item(offering)])
    with pytest.raises(InvalidRequest, match=said) as caught:
        await world.begin(order_id=placed.order_id)
    assert caught.value.path == "order_id"
    assert caught.value.maybe_applied is False
    assert world.provisionings == {}
    assert "POST workspaces" not in world.requests


async def test_an_order_id_of_a_journey_with_other_products(world: TwoPlatforms) -> None:
    own = str(uuid.uuid4())
    await world.begin(order_id=own, products=[JIRA])
    more = journeys.jira(users=101, parent=PARENT)
    for products in ([CONFLUENCE], [JIRA, CONFLUENCE], [more]):
        with pytest.raises(InvalidRequest, match="is the id of another order") as caught:
            await world.begin(order_id=own, products=products)
        assert caught.value.path == "order_id"
    assert len(world.provisionings) == len(world.orders) == 1
    # The container that the order has besides is no product of it.
    await world.begin(order_id=own.upper(), products=[JIRA])
    assert len(world.provisionings) == len(world.orders) == 1


async def test_an_order_id_that_cannot_be_looked_up(world: TwoPlatforms) -> None:
    world.sales.fail_next("get_order", 403)
    with pytest.raises(CommerceError) as caught:
        await world.begin(order_id=str(uuid.uuid4()))
    assert not isinstance(caught.value, NotFound)
    assert caught.value.token == world.kept.tokens[-1]
    assert world.provisionings == {}


# --- the checkpoint


async def test_any_async_callable_will_do(world: TwoPlatforms) -> None:
    kept: list[str] = []

    async def keep(into: list[str], token: str) -> None:
        await anyio.lowlevel.checkpoint()
        into.append(token)

    await world.begin(checkpoint=lambda token: keep(kept, token))
    assert len(kept) == 4
