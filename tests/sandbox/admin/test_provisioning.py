"""What is provisioned and ordered in time is there; what is not, fails, and so does its order."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox import (
    FAILING_OFFERING,
    ORGANIZATION,
    ManualClock,
    admin_platform,
)
from commerce_sdk.sandbox.admin.document import admin_document, completed_within
from commerce_sdk.sandbox.engine import Server
from tests.sandbox.admin.beside import (
    BEARER,
    CONFLUENCE,
    ORIGIN,
    WINDOW,
    beside,
    products,
    sample,
)

pytestmark = pytest.mark.anyio
JIRA = "799958b5-36bb-4a3d-9289-9fd2986352a7"
CONTAINER = "009f8789-c10c-4366-9420-f712d02a6499"
JSM = "4021727f-e6d1-47ad-be64-2367755f5c51"


def test_the_window_is_the_documents() -> None:
    document = admin_document()
    windows = {
        name: completed_within(document, operation)
        for name, operation in document.operations.items()
    }
    assert {name: each for name, each in windows.items() if each is not None} == {
        "provision_products": WINDOW,
        "provision_app": WINDOW,
    }


@pytest.mark.parametrize("first", ["commerce", "admin"])
@pytest.mark.parametrize("api", ["v2", "v4"])
async def test_an_order_in_time_completes_a_provisioning(api: str, first: str) -> None:
    async with beside(first=first) as here:
        asked = await here.provision(sample("admin-provision-product-request.new-site"))
        here.clock.advance(WINDOW)
        assert await here.status(asked) == "IN_PROGRESS"
        order = await here.order_for(asked, "confluence-enterprise", api=api)
        assert await here.status(asked) == "IN_PROGRESS"
        here.clock.advance(3)
        assert await here.item_statuses(order) == {"SUCCESS"}
        assert await here.status(asked) == "IN_PROGRESS"
        assert await here.named("acme-2") == []
        here.clock.advance(1)
        assert await here.status(asked) == "COMPLETED"
        here.clock.advance(10 * WINDOW)
        assert await here.status(asked) == "COMPLETED"
        (workspace,) = await here.named("acme-2")
        attributes = workspace["attributes"]
        assert attributes["typeKey"] == "confluence"
        assert attributes["status"] == "online"
        assert attributes["sandbox"] == {"type": "NONE", "parentId": None}
        assert attributes["hostUrl"] == "https://acme-2.atlassian.net"
        assert workspace["id"].startswith("ari:cloud:confluence::site/")
        (entitlement,) = workspace["relationships"]["entitlement"]
        assert (await here.details(entitlement["id"]))["order"]["id"] == order
        answer = (await here.entitlements(workspace["id"])).json()
    assert answer == {
        "resource_ari": workspace["id"],
        "entitlements": [
            {
                "entitlement_id": entitlement["id"],
                "provisioning_status": "ACTIVE",
                "suspension_reasons": [],
                "can_reactivate": False,
            }
        ],
        "metadata": {"jira_family_container": None},
    }


async def test_without_an_order_in_time_a_provisioning_fails() -> None:
    async with beside() as here:
        asked = await here.provision(products())
        here.clock.advance(WINDOW)
        assert await here.status(asked) == "IN_PROGRESS"
        here.clock.advance(1)
        assert await here.status(asked) == "FAILED"
        assert await here.named("acme-2") == []


@pytest.mark.parametrize("api", ["v2", "v4"])
async def test_an_order_that_comes_too_late_fails(api: str) -> None:
    async with beside() as here:
        asked = await here.provision(products())
        here.clock.advance(WINDOW + 1)
        order = await here.order_for(asked, "confluence-enterprise", api=api)
        here.clock.advance(10)
        assert await here.status(asked) == "FAILED"
        assert await here.named("acme-2") == []
        assert await here.item_statuses(order) == {"FAIL"}
        status = await here.order_status(order)
    if api == "v2":
        assert status["status"] == "SYNC_ORDER"
        return
    assert status["status"] == "FAILED"
    ((error,),) = (item["errors"] for item in status["error"]["items"])
    assert error["errorCode"] == "PROVISIONING_NOT_COMPLETED"
    assert error["field"] == "metadata.provisionRequestId"
    assert "timed out" in error["message"]


async def test_an_order_that_fails_fails_its_provisioning() -> None:
    async with beside() as here:
        asked = await here.provision(products(FAILING_OFFERING))
        body = sample("order-create-request.confluence-enterprise")
        body["items"][0]["offeringId"] = FAILING_OFFERING
        body["metadata"] = {"provisionRequestId": asked}
        assert (await here.order(body)).is_success
        here.clock.advance(2)
        assert await here.status(asked) == "IN_PROGRESS"
        here.clock.advance(1)
        assert await here.status(asked) == "FAILED"
        order = await here.order_for(asked, "confluence-enterprise")
        here.clock.advance(10)
        assert await here.item_statuses(order) == {"FAIL"}


async def test_a_second_order_fails_and_leaves_the_first_alone() -> None:
    async with beside() as here:
        asked = await here.provision(products())
        first = await here.order_for(asked, "confluence-enterprise")
        second = await here.order_for(asked, "confluence-enterprise")
        here.clock.advance(4)
        assert await here.item_statuses(first) == {"SUCCESS"}
        assert await here.item_statuses(second) == {"FAIL"}
        assert await here.status(asked) == "COMPLETED"
        assert len(await here.named("acme-2")) == 1


async def test_the_same_order_again_is_the_same_order() -> None:
    async with beside() as here:
        asked = await here.provision(products())
        body = sample("order-create-request.confluence-enterprise")
        body["metadata"] = {"provisionRequestId": asked}
        for _ in range(2):
            assert (await here.order(body)).is_success
        here.clock.advance(4)
        assert await here.status(asked) == "COMPLETED"


async def test_an_order_of_less_than_was_provisioned_fails_with_it() -> None:
    async with beside() as here:
        asked = await here.provision(products(CONFLUENCE, JIRA))
        order = await here.order_for(asked, "confluence-enterprise")
        here.clock.advance(4)
        assert await here.item_statuses(order) == {"FAIL"}
        assert await here.status(asked) == "FAILED"


async def test_an_order_of_more_than_was_provisioned_is_taken() -> None:
    async with beside() as here:
        asked = await here.provision(products(JIRA.upper(), site="new"))
        await here.order_for(asked, "all-enterprise")
        here.clock.advance(4)
        assert await here.status(asked) == "COMPLETED"
        (workspace,) = await here.named("new")
    assert workspace["attributes"]["typeKey"] == "jira-software"


@pytest.mark.parametrize("named", [None, "07fb4851-986a-438d-8749-e2c07851c6ca"])
async def test_an_order_for_nothing_that_is_known_is_as_ever(named: str | None) -> None:
    async with beside() as here:
        await here.provision(products())
        order = await here.order_for(named, "confluence-enterprise")
        here.clock.advance(3)
        assert await here.item_statuses(order) == {"SUCCESS"}


async def test_products_of_a_family_are_in_one_container() -> None:
    async with beside() as here:
        asked = await here.provision(products(CONFLUENCE, JIRA, JSM, site="all"))
        order = await here.order_for(asked, "all-enterprise")
        here.clock.advance(4)
        found = {each["attributes"]["typeKey"]: each for each in await here.named("all")}
        assert found.keys() == {"confluence", "jira-software", "jira-servicedesk"}
        containers = set()
        for each in found.values():
            answer = (await here.entitlements(each["id"])).json()
            containers.add(answer["metadata"]["jira_family_container"])
        (container,) = containers
        assert (await here.details(container))["order"] == {"id": order, "itemId": "O2"}
        assert len({each["id"].rpartition("/")[2] for each in found.values()}) == 1


async def test_an_existing_site_gets_another_product() -> None:
    async with beside() as here:
        (jira,) = await here.named("acme")
        before = (await here.entitlements(jira["id"])).json()
        asked = await here.provision(products(JSM, site="ACME"))
        body = sample("order-create-request.jsm-existing-site")
        body["metadata"] = {"provisionRequestId": asked}
        relations = body["items"][0]["relatesFromEntitlements"]
        relations[0]["entitlementId"] = before["metadata"]["jira_family_container"]
        assert (await here.order(body)).is_success
        here.clock.advance(4)
        assert await here.status(asked) == "COMPLETED"
        _, jsm = await here.named("acme")
        assert jsm["id"] == jira["id"].replace("jira-software", "jira-servicedesk")
        site = jira["id"].replace("jira-software", "platform")
        answer = (await here.entitlements(site)).json()
        both = [each["relationships"]["entitlement"][0]["id"] for each in (jira, jsm)]
        assert [each["entitlement_id"] for each in answer["entitlements"]] == both
        assert answer["metadata"] == before["metadata"]


async def test_what_came_first_is_listed_first_where_it_was_asked_to_be() -> None:
    async with beside() as here:
        body = products(site="Second")
        body["offerings"][0]["location"] = "eu"
        second, first = await here.provision(body), await here.provision(products(site="first"))
        await here.order_for(first, "confluence-enterprise")
        here.clock.advance(1)
        await here.order_for(second, "confluence-enterprise")
        here.clock.advance(4)
        answer = (await here.search({})).json()["data"]
        sorting = {"sort": [{"field": "attributes.name"}]}
        names = [each["attributes"]["name"] for each in (await here.search(sorting)).json()["data"]]
    made = [each["attributes"] for each in answer[-2:]]
    assert [each["name"] for each in made] == ["first", "Second"]
    assert [(each["realm"], each["regions"]) for each in made] == [
        ("us", ["us-east-1", "us-west-2"]),
        ("eu", []),
    ]
    # Case does not count.
    assert names == sorted(names, key=str.casefold) != sorted(names)


async def test_a_container_is_no_workspace() -> None:
    async with beside() as here:
        asked = await here.provision(products(CONTAINER, JIRA, site="new"))
        await here.order_for(asked, "jira-enterprise")
        here.clock.advance(4)
        assert await here.status(asked) == "COMPLETED"
        (workspace,) = await here.named("new")
    assert workspace["type"] == "Jira Software"


async def test_a_product_again_is_the_same_workspace() -> None:
    async with beside() as here:
        asked = [await here.provision(products()) for _ in range(2)]
        for each in asked:
            await here.order_for(each, "confluence-enterprise")
        here.clock.advance(4)
        assert [await here.status(each) for each in asked] == ["COMPLETED"] * 2
        (workspace,) = await here.named("acme-2")
        assert len({each["id"] for each in workspace["relationships"]["entitlement"]}) == 2


async def test_an_app_is_provisioned_on_a_product() -> None:
    body = sample("admin-provision-app-request")
    order = sample("order-create-request.app-with-promo")
    body["offerings"][0]["id"] = order["items"][0]["offeringId"]
    async with beside() as here:
        (jira,) = await here.named("acme")
        answer = await here.provision_app(jira["id"], body)
        asked = answer.json()["data"]["statusUrl"].rpartition("/")[2]
        order["metadata"] = {"provisionRequestId": asked}
        assert (await here.order(order)).is_success
        here.clock.advance(4)
        assert await here.status(asked) == "COMPLETED"
        assert await here.named("acme") == [jira]
        held = here.admin.state()["requests"][asked]
        assert (held["product"], held["app_key"]) == (jira["id"], "<app-key>")
        other = await here.provision_app("ari:cloud:jira-software::site/none", body)
        assert (other.status_code, other.json()["errors"][0]["code"]) == (404, "ADMIN-404-1")
        assert here.admin.state()["received"] == {"provision_app": 2}


async def test_what_is_not_known_has_no_status() -> None:
    async with beside() as here:
        answer = await here.call("GET", "/installations/v2/orgs/products/status/none")
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (404, "ADMIN-404-1")
        answer = await here.entitlements("ari:cloud:confluence::site/123")
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (404, "ADMIN-404-1")


async def test_what_is_cancelled_is_not_active() -> None:
    async with beside() as here:
        (wiki,) = await here.named("wiki")
        entitlement = wiki["relationships"]["entitlement"][0]["id"]
        body = sample("order-create-request.confluence-enterprise")
        cancelled = {
            "type": "CANCELLATION_ORDER",
            "itemId": "O1",
            "entitlement": {"id": entitlement, "version": "1"},
        }
        body = {**body, "items": [cancelled], "metadata": {}}
        body["transactionAccountId"] = (await here.details(entitlement))["transactionAccountId"]
        answer = await here.order(body)
        assert answer.is_success, answer.text
        here.clock.advance(4)
        (found,) = (await here.entitlements(wiki["id"])).json()["entitlements"]
    assert found["provisioning_status"] is None


async def test_how_long_provisioning_takes_can_be_changed() -> None:
    async with beside() as here:
        here.admin.switches.provisioning = 100
        asked = await here.provision(products())
        await here.order_for(asked, "confluence-enterprise")
        here.clock.advance(102)
        assert await here.status(asked) == "IN_PROGRESS"
        here.clock.advance(1)
        assert await here.status(asked) == "COMPLETED"


async def test_a_provisioning_can_fail_though_its_order_succeeds() -> None:
    async with beside() as here:
        before = await here.provision(products())
        here.admin.switches.outcome = "FAILED"
        asked = await here.provision(products(site="other"))
        here.admin.switches.outcome = "COMPLETED"
        orders = [await here.order_for(each, "confluence-enterprise") for each in (before, asked)]
        here.clock.advance(3)
        assert [await here.item_statuses(each) for each in orders] == [{"SUCCESS"}] * 2
        assert await here.status(asked) == "IN_PROGRESS"
        here.clock.advance(1)
        assert [await here.status(each) for each in (before, asked)] == ["COMPLETED", "FAILED"]
        assert await here.named("other") == []


async def test_an_answer_that_is_lost_leaves_a_provisioning() -> None:
    async with beside() as here:
        here.admin_platform.fail_next("provision_products", 502, after_applying=True)
        path = "/installations/v2/orgs/products"
        assert (await here.call("POST", path, json=products())).status_code == 502
        (held,) = here.admin.state()["requests"].values()
        assert (held["site"]["name"], held["status"]) == ("acme-2", "IN_PROGRESS")


async def test_the_address_of_a_status_is_the_platforms_own() -> None:
    async with beside() as here:
        path = "/installations/v2/orgs/products"
        answer = (await here.call("POST", path, json=products())).json()
        beginning = f"{ORIGIN}/admin/installations/v2/orgs/{ORGANIZATION}/products/status/"
        assert answer["data"]["statusUrl"].startswith(beginning)
        assert (await here.client.get(answer["data"]["statusUrl"])).status_code == 200


async def test_alone_it_has_no_sites_and_no_orders() -> None:
    clock = ManualClock()
    transport = httpx.ASGITransport(app=Server(admin_platform(), clock=clock))
    base = f"{ORIGIN}/admin/installations/v2/orgs/{ORGANIZATION}/products"
    async with httpx.AsyncClient(transport=transport, headers=BEARER) as client:
        search = f"{ORIGIN}/admin/v2/orgs/{ORGANIZATION}/workspaces"
        found: Any = (await client.post(search, json={})).json()
        assert found["data"] == []
        assert found["meta"]["startIndex"] is None
        url = (await client.post(base, json=products())).json()["data"]["statusUrl"]
        clock.advance(WINDOW + 1)
        assert (await client.get(url)).json()["data"]["status"] == "FAILED"
