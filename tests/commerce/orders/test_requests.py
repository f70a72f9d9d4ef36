"""The cookbook's orders, built from typed calls, are the published bodies value for value; and
what the document forbids is refused before anything is sent, with its place."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from commerce_sdk import (
    CommerceClient,
    InvalidRequest,
    amend_item,
    app_on,
    cancel_item,
    change_account_item,
    new_item,
    part_of_family,
    reactivate_item,
    relates,
    revert_trial_item,
    transition_item,
    under_enterprise,
)
from commerce_sdk.commerce.orders.prepared import PreparedOrder, prepare
from commerce_sdk.models import NewItem, OrderRequest, QuoteOrderRequest, UsageOptionsInput
from commerce_sdk.runtime.tenants import Tenants
from tests.conftest import DATA

PLACEHOLDERS = {
    "{{$randomUUID}}": "11111111-1111-4111-8111-111111111111",
    "{{jiraFamilyContainerEntitlementId}}": "22222222-2222-4222-8222-222222222222",
}
"""Placeholders of the published samples and the fixed UUIDs that stand for them here."""

SITE = "009f8789-c10c-4366-9420-f712d02a6499"
JIRA = "799958b5-36bb-4a3d-9289-9fd2986352a7"
JIRA_PREMIUM = "6dd805b4-da75-4374-a7a7-cf0b12f7ea07"
JSM = "4021727f-e6d1-47ad-be64-2367755f5c51"
CONFLUENCE = "39605741-b92f-4763-8229-7bba2d16433c"
USERS = {"user": 100}
AGENTS = {"agent": 100}


def sample(name: str) -> dict[str, Any]:
    text = (DATA / "samples" / f"order-create-request.{name}.json").read_text()
    for placeholder, value in PLACEHOLDERS.items():
        text = text.replace(placeholder, value)
    content: dict[str, Any] = json.loads(text)
    return content


def at(milliseconds: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(milliseconds / 1000, datetime.UTC)


def confluence_enterprise() -> list[Any]:
    enterprise = under_enterprise("1036832a-8660-4293-9178-3a12b19bc67c")
    return [new_item(CONFLUENCE, quantities=USERS, relations=[enterprise])]


def on_new_site(offering: str, quantities: dict[str, int], enterprise: str) -> list[Any]:
    site = new_item(SITE)
    relations = [part_of_family(item=site), under_enterprise(enterprise)]
    return [site, new_item(offering, quantities=quantities, relations=relations)]


def all_enterprise() -> list[Any]:
    site = new_item(SITE)
    jira_relations = [
        part_of_family(item=site),
        under_enterprise("58146793-4749-4db3-8c36-0cd59aa10b50"),
    ]
    jsm_relations = [
        part_of_family(item=site),
        under_enterprise("a4c95dd2-eb2d-46a8-b9a4-7076fb8e7548"),
    ]
    return [
        *confluence_enterprise(),
        site,
        new_item(JIRA, quantities=USERS, relations=jira_relations),
        new_item(JSM, quantities=AGENTS, relations=jsm_relations),
    ]


def jira_premium_new_site() -> list[Any]:
    site = new_item(SITE)
    end = at(1765520321000)
    premium = new_item(
        JIRA_PREMIUM,
        quantities=USERS,
        pricing_plan_id="8c1ffdde-3c1d-41a1-a43d-26bd81079e9e",
        ends_at=end,
        relations=[part_of_family(item=site)],
        next_billing_anchor=end,
    )
    return [site, premium]


def jsm_existing_site() -> list[Any]:
    relations = [
        part_of_family(PLACEHOLDERS["{{jiraFamilyContainerEntitlementId}}"]),
        under_enterprise("a4c95dd2-eb2d-46a8-b9a4-7076fb8e7548"),
    ]
    return [new_item(JSM, quantities=AGENTS, relations=relations)]


def app_with_promo() -> list[Any]:
    end = at(1752745039000)
    return [
        new_item(
            "3198373c-f623-445a-be6d-da924f4161d2",
            quantities=AGENTS,
            pricing_plan_id="99eb1387-befd-47bc-a2e6-9e66eb086281",
            skip_trial=True,
            ends_at=end,
            promotion_codes=["PROMO_CODE"],
            relations=[app_on("d71ec13e-301b-35bf-9808-653f5be6c256")],
            next_billing_anchor=end,
        )
    ]


BUILDERS: dict[str, Callable[[], list[Any]]] = {
    "all-enterprise": all_enterprise,
    "app-with-promo": app_with_promo,
    "confluence-enterprise": confluence_enterprise,
    "jira-enterprise": lambda: on_new_site(JIRA, USERS, "58146793-4749-4db3-8c36-0cd59aa10b50"),
    "jira-premium-new-site": jira_premium_new_site,
    "jsm-enterprise": lambda: on_new_site(JSM, AGENTS, "a4c95dd2-eb2d-46a8-b9a4-7076fb8e7548"),
    "jsm-existing-site": jsm_existing_site,
}


def test_there_is_a_builder_for_every_published_request() -> None:
    published = {path.name.split(".")[1] for path in DATA.glob("samples/order-create-request.*")}

    assert published == set(BUILDERS)


@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_typed_calls_build_the_published_body(name: str) -> None:
    wanted = sample(name)

    built = ready(
        BUILDERS[name](),
        account=wanted["transactionAccountId"],
        order_id=wanted["orderId"],
        invoice_group_id=wanted["invoiceGroupId"],
        metadata=wanted["metadata"],
    )

    assert json.loads(built.to_json()) == wanted


@pytest.mark.parametrize("name", sorted(BUILDERS))
def test_a_published_request_reads_and_comes_back_the_same(name: str) -> None:
    wanted = sample(name)

    assert OrderRequest.from_dict(wanted).to_dict() == wanted


ACCOUNT = "78e855e6-731e-4819-b23e-7854aad854c8"
ENTITLEMENT = "d71ec13e-301b-35bf-9808-653f5be6c256"


def ready(
    items: Any = None,
    *,
    order: Any = None,
    account: str | None = ACCOUNT,
    order_id: str | None = None,
    **parts: Any,
) -> PreparedOrder:
    parts = {"items": items, **parts}
    tenants = Tenants(settings=CommerceClient.tenants).but({"transaction": account})
    return prepare(order, tenants=tenants, parts={**parts, "order_id": order_id})


def test_every_kind_of_item_is_written_as_the_document_says() -> None:
    built = ready(
        [
            new_item(SITE, item_id="site"),
            amend_item(ENTITLEMENT, "3", JIRA, quantities=USERS, immediate=False),
            cancel_item(ENTITLEMENT, "3", immediate=True),
            reactivate_item(ENTITLEMENT, "3", JIRA, relations=[part_of_family(item="site")]),
            change_account_item(ENTITLEMENT, "3", invoice_group_id=SITE),
            revert_trial_item(ENTITLEMENT, "3", metadata={"why": None}),
            transition_item(
                ENTITLEMENT,
                apply_after=at(1765520321000),
                from_offering=SITE,
                to_offering=JIRA,
                to_pricing_plan=JSM,
            ),
        ]
    )

    reference = {"id": ENTITLEMENT, "version": "3"}
    assert json.loads(built.to_json())["items"] == [
        {"itemId": "site", "type": "CREATION_ORDER", "offeringId": SITE},
        {
            "itemId": "O1",
            "type": "AMENDMENT_ORDER",
            "entitlement": reference,
            "offeringId": JIRA,
            "optedUsageOptions": {
                "chargingDetails": {
                    "chargeQuantities": [{"chargeElement": "user", "quantity": 100}]
                }
            },
            "isImmediate": False,
        },
        {
            "itemId": "O2",
            "type": "CANCELLATION_ORDER",
            "entitlement": reference,
            "isImmediate": True,
        },
        {
            "itemId": "O3",
            "type": "REACTIVATION_ORDER",
            "entitlement": reference,
            "offeringId": JIRA,
            "relatesFromEntitlements": [
                {
                    "relationshipType": "FAMILY_CONTAINER",
                    "referenceType": "ORDER_ITEM",
                    "itemId": "site",
                }
            ],
        },
        {
            "itemId": "O4",
            "type": "ACCOUNT_MODIFICATION_ORDER",
            "entitlement": reference,
            "accountModification": {"invoiceGroupId": SITE},
        },
        {
            "itemId": "O5",
            "type": "REVERT_TRIAL_ORDER",
            "entitlement": reference,
            "metadata": {"why": None},
        },
        {
            "itemId": "O6",
            "type": "TRANSITION_ORDER",
            "entitlement": {"id": ENTITLEMENT},
            "transition": {
                "offering": {"from": SITE, "to": JIRA},
                "pricingPlan": {"to": JSM},
                "applyAfterTimestamp": 1765520321000,
            },
        },
    ]


def test_an_order_by_quote_always_says_so() -> None:
    built = ready(quote_id=SITE, quote_version=2, metadata={"a": "b"}, order_id=JIRA)

    assert json.loads(built.to_json()) == {
        "orderId": JIRA,
        "transactionAccountId": ACCOUNT,
        "metadata": {"a": "b"},
        "quote": {"id": SITE, "version": 2},
        "source": "QUOTE",
    }


def test_source_is_sent_by_items_only_when_it_is_asked_for() -> None:
    item = new_item(SITE)

    assert "source" not in json.loads(ready([item]).to_json())
    assert json.loads(ready([item], source="ORDER_ITEMS").to_json())["source"] == "ORDER_ITEMS"


def test_a_kept_order_comes_back_with_the_same_bytes() -> None:
    first = ready([new_item(SITE)])

    again = ready(order=first.to_json())

    assert again == first
    assert again.to_json() == first.to_json()
    assert again.token == first.token


def test_preparing_makes_a_fresh_id_each_time_and_no_secret_in_the_token() -> None:
    first, second = ready([new_item(SITE)]), ready([new_item(SITE)])

    assert first.order_id != second.order_id
    assert json.loads(first.token) == {
        "v": 1,
        "platform": "commerce",
        "account": ACCOUNT,
        "order": first.order_id,
        "api": None,
    }


NAIVE = datetime.datetime(2026, 1, 1)
FINE = datetime.datetime(2026, 1, 1, microsecond=1, tzinfo=datetime.UTC)


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: ready([new_item("x")]), r"items\[0\].offeringId: expected a UUID"),
        (
            lambda: ready([new_item(SITE, quantities={"user": 1.5})]),  # type: ignore[dict-item]
            r"items\[0\].optedUsageOptions.chargingDetails.chargeQuantities\[0\].quantity: expected a"
            " whole number",
        ),
        (
            lambda: ready([new_item(SITE, quantities={"user": True})]),
            r"quantity: expected a whole number \(int\), got bool",
        ),
        (
            lambda: ready([new_item(SITE, quantities={"user": 2**31})]),
            "quantity: expected a whole number of 32 bits",
        ),
        (
            lambda: ready([new_item(SITE, next_billing_anchor=NAIVE)]),
            r"items\[0\].nextBillingAnchorTimestamp: .*time zone",
        ),
        (
            lambda: ready([new_item(SITE, next_billing_anchor=FINE)]),
            r"items\[0\].nextBillingAnchorTimestamp: .*millisecond",
        ),
        (
            lambda: ready([attrs.evolve(new_item(SITE), offering_id=None)]),
            r"items\[0\].offeringId: is required",
        ),
        (
            lambda: ready([new_item(SITE), "item"]),
            r"items\[1\]: expected one of .*NewItem.*, got str",
        ),
        (lambda: ready("items"), "items: expected a list, got str"),
        (lambda: ready([new_item(SITE)], order_id="1"), "orderId: expected a UUID"),
        (lambda: ready([new_item(SITE)], metadata={"a": 1}), "metadata.a: expected text, got int"),
        (lambda: ready([new_item(SITE)], source="QUOTE"), "source: expected 'ORDER_ITEMS'"),
        (
            lambda: ready([new_item(SITE, item_id="a"), new_item(SITE, item_id="a")]),
            r"items\[1\].itemId: 'a' is taken",
        ),
        (
            lambda: ready([new_item(SITE, relations=[part_of_family(item=new_item(JIRA))])]),
            r"items\[0\].relatesFromEntitlements\[0\]: relates to an item that is not in this order",
        ),
        (lambda: ready(), "needs items=, or quote_id= and quote_version="),
        (lambda: ready(quote_id=SITE), "needs both quote_id= and quote_version="),
        (lambda: ready([], quote_id=SITE, quote_version=1), "by quote takes no items"),
        (lambda: ready(quote_id=SITE, quote_version="1"), "quote.version: expected a whole number"),
        (
            lambda: ready([new_item(SITE)], account=None),
            "transaction_account: is needed to follow",
        ),
        (
            lambda: ready(
                order=OrderRequest(
                    order_id=SITE, transaction_account_id=SITE, items=[new_item(SITE)]
                )
            ),
            "transactionAccountId: is another account",
        ),
        (lambda: ready([], order=ready([new_item(SITE)])), "it takes no items"),
        (lambda: ready(order=b"{"), "kept order cannot be read: it is not a whole JSON document"),
        (lambda: ready(order=b" "), "kept order cannot be read: it is empty"),
        (lambda: ready(order=b"<x>"), "kept order cannot be read: it is HTML or XML"),
        (lambda: ready(order=b'{"a":"\xff"}'), "kept order cannot be read: it is not UTF-8"),
        (lambda: ready(order=b"[" * 100_000), "kept order cannot be read: it is nested too"),
        (lambda: ready(order=b"[]"), "no JSON object"),
        (
            lambda: ready(order=b'{"orderId":"x","itemz":[]}'),
            "itemz: OrderRequest has no such field",
        ),
        (lambda: ready(order=5), "expected an OrderRequest"),
        (lambda: ready(order=[new_item(SITE)]), "got list; items are a keyword: items="),
        (lambda: relates("ENTERPRISE"), "give an entitlement id, or item="),
        (lambda: relates("ENTERPRISE", SITE, item="O1"), "give an entitlement id, or item="),
        (lambda: change_account_item(SITE, "1"), "invoice_group_id: give invoice_group_id"),
        (
            lambda: new_item(SITE, usage=UsageOptionsInput(), skip_trial=True),
            "usage: give usage= or its parts",
        ),
    ],
)
def test_what_the_document_forbids_is_refused_with_its_place(
    make: Callable[[], Any], complaint: str
) -> None:
    with pytest.raises(InvalidRequest, match=complaint) as caught:
        make()

    assert caught.value.maybe_applied is False
    assert isinstance(caught.value, ValueError)


def test_request_models_read_their_own_json_and_refuse_what_they_do_not_know() -> None:
    item = {"itemId": "O1", "type": "CREATION_ORDER", "offeringId": SITE}

    assert NewItem.from_dict(item).to_dict() == item
    with pytest.raises(InvalidRequest, match="offeringID: NewItem has no such field"):
        NewItem.from_dict({**item, "offeringID": SITE})
    with pytest.raises(InvalidRequest, match=r"items\[0\].type: expected one of"):
        OrderRequest.from_dict({"orderId": SITE, "items": [{"type": "LOAN_ORDER"}]})
    with pytest.raises(InvalidRequest, match="quote: QuoteOrderRequest needs it"):
        QuoteOrderRequest.from_dict({"orderId": SITE, "source": "QUOTE"})
