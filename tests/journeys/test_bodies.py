"""The bodies of the cookbook, made by journeys and equal as JSON to what is published."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest

from commerce_sdk import journeys
from tests.conftest import DATA
from tests.journeys.two_platforms import EMAIL, TwoPlatforms, two_platforms

pytestmark = pytest.mark.anyio

CONFLUENCE_PARENT = "1036832a-8660-4293-9178-3a12b19bc67c"
JIRA_PARENT = "58146793-4749-4db3-8c36-0cd59aa10b50"
JSM_PARENT = "a4c95dd2-eb2d-46a8-b9a4-7076fb8e7548"


def at(milliseconds: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.UTC)


CONFLUENCE = journeys.confluence(users=100, parent=CONFLUENCE_PARENT)
JIRA = journeys.jira(users=100, parent=JIRA_PARENT)
JSM = journeys.jsm(agents=100, parent=JSM_PARENT)
PREMIUM = journeys.jira(
    users=100,
    offering=journeys.JIRA_PREMIUM,
    pricing_plan="8c1ffdde-3c1d-41a1-a43d-26bd81079e9e",
    ends_at=at(1765520321000),
    billing_anchor=at(1765520321000),
)
SITES = {
    "confluence-enterprise": [CONFLUENCE],
    "jira-enterprise": [JIRA],
    "jsm-enterprise": [JSM],
    "all-enterprise": [CONFLUENCE, JIRA, JSM],
    "jira-premium-new-site": [PREMIUM],
}


def published(name: str) -> dict[str, Any]:
    path = DATA / "samples" / f"order-create-request.{name}.json"
    body: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return body


def sent(world: TwoPlatforms) -> dict[str, Any]:
    posts = [each for each in world.transport.requests if each.url.path.endswith("/orders")]
    body: dict[str, Any] = json.loads(posts[-1].content)
    return body


def expected(body: dict[str, Any], journey: journeys.Journey, account: str) -> dict[str, Any]:
    """The published body with what each order has of its own."""
    return {
        **body,
        "orderId": journey.order_id,
        "transactionAccountId": account,
        "metadata": {"provisionRequestId": journey.request_id},
    }


@pytest.mark.parametrize("name", SITES)
async def test_products_on_a_new_site(name: str) -> None:
    body = published(name)
    async with two_platforms() as world:
        journey = await journeys.provision_and_order(
            world.admin,
            world.commerce,
            products=SITES[name],
            site="acme-2",
            new_site=True,
            timezone="Australia/Sydney",
            admin_email=EMAIL,
            invoice_group=body["invoiceGroupId"],
        )
        account = str(world.commerce.transaction_account)
        assert sent(world) == expected(body, journey, account)
        result = await journey.result()
    assert len(result.entitlements) == len(body["items"])


async def test_a_product_beside_one_of_its_family() -> None:
    body = published("jsm-existing-site")
    async with two_platforms() as world:
        journey = await journeys.provision_and_order(
            world.admin,
            world.commerce,
            products=[JSM],
            site="acme",
            admin_email=EMAIL,
            invoice_group=body["invoiceGroupId"],
        )
        found = await anext(journey.steps())
        assert isinstance(found, journeys.SiteFound)
        family = body["items"][0]["relatesFromEntitlements"][0]
        assert family["entitlementId"] == "{{jiraFamilyContainerEntitlementId}}"
        family["entitlementId"] = found.container
        assert sent(world) == expected(body, journey, str(world.commerce.transaction_account))


async def test_an_app_with_a_promotion() -> None:
    body = published("app-with-promo")
    item = body["items"][0]
    async with two_platforms() as world:
        journey = await journeys.install_app(
            world.admin,
            world.commerce,
            app=journeys.app(
                item["offeringId"],
                app_key="com.example.app",
                quantities={"agent": 100},
                pricing_plan=item["optedUsageOptions"]["chargingDetails"]["pricingPlanId"],
                ends_at=at(1752745039000),
                billing_anchor=at(1752745039000),
                skip_trial=True,
                promotion_codes=["PROMO_CODE"],
            ),
            site="acme",
            product="jira",
            admin_email=EMAIL,
            invoice_group=body["invoiceGroupId"],
        )
        found = await anext(journey.steps())
        assert isinstance(found, journeys.ProductFound)
        item["relatesFromEntitlements"][0]["entitlementId"] = found.container
        assert found.container is not None
        assert sent(world) == expected(body, journey, str(world.commerce.transaction_account))


async def test_an_app_has_the_billing_anchor_of_its_product() -> None:
    async with two_platforms() as world:
        journey = await journeys.install_app(
            world.admin,
            world.commerce,
            app=journeys.app(
                "3198373c-f623-445a-be6d-da924f4161d2", app_key="key", quantities={"user": 10}
            ),
            site="wiki",
            product="confluence",
            admin_email=EMAIL,
        )
        found = await anext(journey.steps())
        assert isinstance(found, journeys.ProductFound)
        assert found.billing_anchor is not None
        assert found.container is None
        (item,) = sent(world)["items"]
    assert item["nextBillingAnchorTimestamp"] == found.billing_anchor.timestamp() * 1000
    assert item["relatesFromEntitlements"] == [
        {
            "referenceType": "ENTITLEMENT",
            "relationshipType": "APP_DEPENDENCE",
            "entitlementId": found.entitlement,
        }
    ]


def test_every_published_body_is_made() -> None:
    names = {path.name.split(".")[1] for path in DATA.glob("samples/order-create-request.*.json")}
    assert names == {*SITES, "jsm-existing-site", "app-with-promo"}
