"""The kinds of calls of the organization administration, and of a journey through it to Commerce;
what each does when nothing is in its way."""

from __future__ import annotations

import uuid
from typing import Any

import httpx

from commerce_sdk import AdminClient, CommerceClient, NotFound, journeys, new_item, offering
from commerce_sdk.admin.models import Workspace
from commerce_sdk.sandbox import ACCOUNTS, ORGANIZATION, TOKEN, admin_platform, commerce_platform
from commerce_sdk.sandbox.engine import Server
from tests.runtime.faults.kind import DEADLINE, Kind, Side

PREFIX = "/organization"
"""Where the administration is served, beside the Commerce that sells for it."""
EMAIL = "admin@example.com"
CONFLUENCE = journeys.confluence(users=10, offering=journeys.CONFLUENCE_ENTERPRISE)
THRICE = "globex"
"""The name that three workspaces have."""


def _client(url: str, **settings: Any) -> AdminClient:
    base_url = f"{url}{PREFIX}/admin"
    return AdminClient(token=TOKEN, base_url=base_url, organization=ORGANIZATION, **settings)


def _sales(url: str, **settings: Any) -> CommerceClient:
    base_url = f"{url}{PREFIX}/commerce/api"
    return CommerceClient(
        token=TOKEN, base_url=base_url, transaction_account=ACCOUNTS[0], **settings
    )


ADMIN, SALES = Side(_client), Side(_sales)


async def _site(past: AdminClient) -> str:
    return f"site-{uuid.uuid4()}"


async def _provision(admin: AdminClient, site: Any) -> None:
    provisioning = await admin.products.provision(
        [offering(CONFLUENCE.offering)], site=site, admin_email=EMAIL
    )
    assert provisioning.request_id


async def _site_is_provisioned(past: AdminClient, site: Any) -> bool:
    async with httpx.AsyncClient(trust_env=False) as looking:
        shown = await looking.get(f"{past.origin}/_sandbox{PREFIX}/admin/state")
    requests = shown.raise_for_status().json()["requests"].values()
    found = [each for each in requests if each["site"] and each["site"]["name"] == site]
    assert len(found) <= 1, "it was provisioned twice"
    return bool(found)


async def _begun(past: AdminClient) -> str:
    site = await _site(past)
    provisioning = await past.products.provision(
        [offering(CONFLUENCE.offering)], site=site, admin_email=EMAIL
    )
    return provisioning.request_id


async def _status(admin: AdminClient, request_id: Any) -> None:
    assert (await admin.provisioning.get(request_id)).status == "IN_PROGRESS"


async def _ordered(past: AdminClient) -> str:
    request_id = await _begun(past)
    async with _sales(past.origin, limiter=None) as sales:
        await sales.orders.place(
            items=[new_item(CONFLUENCE.offering)],
            metadata={"provisionRequestId": request_id},
        )
    return request_id


async def _follow(admin: AdminClient, request_id: Any) -> None:
    handle = admin.provisioning.follow(request_id)
    state = await handle.result(deadline=DEADLINE, poll_interval=0.01)
    assert state.status == "COMPLETED"


async def _cursor(past: AdminClient) -> str:
    async for page in past.workspaces.search(name=THRICE, page_size=1).pages():
        assert page.next_cursor is not None
        return page.next_cursor
    raise AssertionError("there is no page")


async def _search(admin: AdminClient, cursor: Any) -> None:
    found: list[Workspace] = []
    async for page in admin.workspaces.search().pages(after=cursor):
        found += page.items
    assert [each.attributes and each.attributes.name for each in found] == [THRICE] * 2


async def _new_order(past: CommerceClient) -> tuple[str, str]:
    return past.origin, str(uuid.uuid4())


async def _travel(sales: CommerceClient, new: Any) -> None:
    """Only what is ordered meets the faults: the administration is reached past them."""
    direct, order_id = new
    async with _client(direct, limiter=None) as admin:
        journey = await journeys.provision_and_order(
            admin,
            sales,
            products=[CONFLUENCE],
            site=f"site-{order_id}",
            admin_email=EMAIL,
            order_id=order_id,
            across_origins=True,
        )
    assert journey.order_id == order_id


async def _is_there(past: CommerceClient, new: Any) -> bool:
    try:
        return (await past.orders.get(new[1])).order_id == new[1]
    except NotFound:
        return False


ADMIN_KINDS = [
    Kind(ADMIN, "a provisioning's status", "GET", _status, _begun),
    Kind(ADMIN, "a page by a cursor in the body", "POST", _search, _cursor),
    Kind(ADMIN, "`result()` of a provisioning", "GET", _follow, _ordered),
    Kind(
        ADMIN,
        "`products.provision`",
        "POST",
        _provision,
        _site,
        _site_is_provisioned,
        once=True,
    ),
    Kind(
        SALES,
        "a journey's order",
        "POST",
        _travel,
        _new_order,
        _is_there,
    ),
]


def organization() -> Server:
    """The administration with what the kinds need: orders that succeed at once, and what was
    provisioned with them."""
    server = Server({PREFIX: [commerce_platform(limits=False), admin_platform()]})
    sales, admin = server.platforms.values()
    sales.behaviour.switches.pending = sales.behaviour.switches.processing = 0.0
    admin.behaviour.switches.provisioning = 0.0
    return server
