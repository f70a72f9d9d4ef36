"""Keywords: a wrong one is refused by name, and every error names the one that its caller wrote."""

from __future__ import annotations

import inspect
import traceback
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

import commerce_sdk
from commerce_sdk import (
    CommerceClient,
    InvalidRequest,
    change_account_item,
    new_item,
    relates,
)
from commerce_sdk.commerce.orders import items as making
from commerce_sdk.commerce.orders.namespace import OrderParts
from commerce_sdk.models import (
    OrderRequest,
    PricingChangeUpdateInput,
    PricingPlanUpdateInput,
    UsageOptionsInput,
)
from tests.support.clients import client
from tests.support.methods import Methods
from tests.support.worlds import ACCOUNT, OFFERING

pytestmark = pytest.mark.anyio


def never(request: httpx.Request) -> httpx.Response:
    raise AssertionError("nothing may be sent")


def commerce() -> CommerceClient:
    return client(never, catalog_account=ACCOUNT)


VALID: dict[str, Any] = {
    "relationship": "ENTERPRISE",
    "quote_version": 1,
    "currency": "USD",
    "plan": OFFERING,
}
BODIES: dict[str, dict[str, Any]] = {
    "pricing_plans.update": {"changes": PricingPlanUpdateInput(primary_cycle_id="ANNUAL")},
    "pricing_changes.update": {"changes": PricingChangeUpdateInput(description="x")},
}
QUOTE: dict[str, Any] = {"quote_id": OFFERING, "quote_version": 1}
# Of an order whose id others may know no refusal is certain, but by the caller's word.
WORD = {"prepare": {}, "place": {"fresh": True}, "create": {"fresh": True}}
BESIDE: dict[str, dict[str, Any]] = {
    f"orders.{method}.{part}": {
        **word,
        **(QUOTE if is_of_quote else {"items": [new_item(OFFERING)]}),
    }
    for method, word in WORD.items()
    for part in OrderParts.__annotations__
    for is_of_quote in [part in {*QUOTE, "retry_of"}]
}
OURS = Methods(commerce, OFFERING, VALID, BODIES, BESIDE)
METHODS = list(OURS.all())
NO_PLACE = {"handles", "plan", "change", "changes"}
"""Handles and bodies: things of their own kind, with places of their own inside."""


async def refused(namespace: str, method: str, **given: Any) -> InvalidRequest:
    return await OURS.refusal(namespace, method, **given)


def own_keywords() -> Iterator[tuple[str, str, str]]:
    for namespace, method in METHODS:
        signature = inspect.signature(OURS.called(namespace, method))
        for name, parameter in signature.parameters.items():
            if parameter.kind is not parameter.VAR_KEYWORD and name not in NO_PLACE | {"order"}:
                yield namespace, method, name


def test_all_methods_are_walked() -> None:
    assert len(METHODS) > 40
    assert len(list(own_keywords())) > 70
    assert {("orders", "list", "page_size"), ("quotes", "list", "status")} < set(own_keywords())


@pytest.mark.parametrize(("namespace", "method", "keyword"), list(own_keywords()))
async def test_an_error_names_the_keyword_that_was_given(
    namespace: str, method: str, keyword: str
) -> None:
    await OURS.names_the_keyword(namespace, method, keyword)


@pytest.mark.parametrize(("namespace", "method"), METHODS)
async def test_a_keyword_that_no_method_takes_is_refused_by_name(
    namespace: str, method: str
) -> None:
    error = await OURS.refuses_an_unknown_keyword(namespace, method)
    # From the front door, not from deep inside.
    assert len(traceback.extract_tb(error.__traceback__)) <= 6


def test_all_that_is_needed_is_walked() -> None:
    assert len(list(OURS.required())) > 35


@pytest.mark.parametrize(("namespace", "method"), list(OURS.all()))
async def test_what_is_no_argument_by_place_is_told_the_keywords(
    namespace: str, method: str
) -> None:
    await OURS.names_what_is_not_given_by_place(namespace, method)


@pytest.mark.parametrize(("namespace", "method", "keyword"), list(OURS.required()))
async def test_a_keyword_that_is_needed_and_not_given_is_named(
    namespace: str, method: str, keyword: str
) -> None:
    await OURS.names_what_is_missing(namespace, method, keyword)


@pytest.mark.parametrize(
    ("wrong", "right", "call"),
    [
        ("item", "items", lambda c: c.orders.prepare(item=[])),
        ("page_sise", "page_size", lambda c: c.orders.list(page_sise=5)),
        ("tokn", "token", lambda c: CommerceClient(tokn="t")),
        ("tokn", "token", lambda c: CommerceClient.from_env(tokn="t")),
        ("attempts_timeout", "attempt_timeout", lambda c: c.with_options(attempts_timeout=5)),
        (
            "transaction_acount",
            "transaction_account",
            lambda c: c.for_account(transaction_acount=""),
        ),
        ("quantity", "quantities", lambda c: new_item(OFFERING, quantity={"user": 5})),
    ],
)
def test_the_nearest_right_one_is_named(
    wrong: str, right: str, call: Callable[[CommerceClient], Any]
) -> None:
    with pytest.raises(InvalidRequest, match=rf"did you mean {right}=\?") as caught:
        call(commerce())
    assert caught.value.path == wrong


@pytest.mark.parametrize("method", ["place", "create"])
async def test_placing_knows_its_own_keyword_too(method: str) -> None:
    error = await refused("orders", method, items=[], frehs=True)
    assert (error.path, "did you mean fresh=?" in str(error)) == ("frehs", True)


@pytest.mark.parametrize(
    ("name", "option"),
    [
        ("deadline", "deadline"),
        ("timeout", "deadline"),
        ("attempt_timeout", "attempt_timeout"),
        ("retry", "retry"),
        ("retries", "retry"),
        ("max_retries", "retry"),
    ],
)
async def test_what_a_client_is_set_to_leads_to_with_options(name: str, option: str) -> None:
    for method in ("get", "place", "preview"):
        error = await refused("orders", method, **{name: 3})
        assert error.path == name
        assert f"a client has it: with_options({option}=…); it takes " in str(error)


async def test_what_is_taken_under_another_name_is_named() -> None:
    error = await refused("orders", "list", timeout=3)
    assert "did you mean deadline=? " in str(error)
    with pytest.raises(InvalidRequest, match=r"did you mean retry=\? "):
        CommerceClient(max_retries=3)  # type: ignore[call-arg]


def test_a_client_of_ones_own_may_take_more() -> None:
    class Mine(CommerceClient):
        def __init__(self, *, region: str, **settings: Any) -> None:
            super().__init__(**settings)
            self.region = region

    assert Mine.from_env(token="t", region="eu").region == "eu"
    with pytest.raises(InvalidRequest, match=r"^tokn: is no keyword of CommerceClient\(\)"):
        Mine(region="eu", tokn="t")


def test_every_function_that_makes_an_item_says_so() -> None:
    makers = [name for name in commerce_sdk.__all__ if hasattr(making, name)]
    makers = [name for name in makers if inspect.isfunction(getattr(making, name))]
    assert len(makers) == 11
    for name in makers:
        with pytest.raises(InvalidRequest, match="is no keyword of"):
            getattr(making, name)(strange=1)


# --- the parts of an order


@pytest.mark.parametrize(
    "parts",
    [
        {"order_id": 5},
        {"order_id": "x"},
        {"metadata": 5},
        {"invoice_group_id": "x"},
        {"order_intent_id": 5},
        {"source": "X"},
        {"items": 5},
        {"retry_of": 5, "items": None, "quote_id": OFFERING, "quote_version": 1},
        {"quote_id": 5, "items": None, "quote_version": 1},
        {"quote_version": "1", "items": None, "quote_id": OFFERING},
    ],
    ids=lambda parts: f"{next(iter(parts))}={next(iter(parts.values()))}",
)
def test_a_part_is_named_as_it_was_given(parts: dict[str, Any]) -> None:
    assert set(parts) <= set(OrderParts.__annotations__)
    with pytest.raises(InvalidRequest) as caught:
        commerce().orders.prepare(**{"items": [new_item(OFFERING)], **parts})
    assert caught.value.path == next(iter(parts))


def test_a_model_keeps_the_documents_words() -> None:
    orders = commerce().orders
    with pytest.raises(InvalidRequest, match=r"^invoiceGroupId: "):
        orders.prepare(OrderRequest(order_id=OFFERING, items=[], invoice_group_id="x"))
    with pytest.raises(InvalidRequest, match=r"^items\[0\]\.offeringId: "):
        orders.prepare(items=[new_item("x")])


def test_makers_of_items_name_their_own_keywords() -> None:
    for path, make in {
        "invoice_group_id": lambda: change_account_item(OFFERING, "1"),
        "entitlement_id": lambda: relates("ENTERPRISE"),
        "usage": lambda: new_item(OFFERING, usage=UsageOptionsInput(), skip_trial=True),
    }.items():
        with pytest.raises(InvalidRequest) as caught:
            make()
        assert caught.value.path == path


def test_a_cursor_that_no_address_can_hold_is_named_as_it_was_given() -> None:
    with pytest.raises(InvalidRequest, match=r"^after: "):
        commerce().orders.list().pages(after="a\n")


# --- accounts


@pytest.mark.parametrize("wrong", ["", " ", "..", "a\n", "ä", 5, uuid.uuid4()])
@pytest.mark.parametrize("setting", ["transaction_account", "catalog_account"])
def test_an_account_that_cannot_be_right_is_refused_when_it_is_given(
    setting: str, wrong: Any
) -> None:
    with pytest.raises(InvalidRequest, match=f"^{setting}: "):
        CommerceClient(token="t", **{setting: wrong})
    if wrong:
        with pytest.raises(InvalidRequest, match=f"^{setting}: "):
            CommerceClient(token="t").for_account(**{setting: wrong})


async def test_a_missing_account_names_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMERCE_TOKEN", "t")
    monkeypatch.delenv("COMMERCE_TRANSACTION_ACCOUNT", raising=False)
    without = CommerceClient.from_env()
    for call in (
        lambda: without.orders.get(OFFERING),
        lambda: without.orders.place(items=[new_item(OFFERING)]),
    ):
        with pytest.raises(InvalidRequest, match="COMMERCE_TRANSACTION_ACCOUNT") as caught:
            await call()
        assert caught.value.path == "transaction_account"
    with pytest.raises(InvalidRequest, match="COMMERCE_TRANSACTION_ACCOUNT"):
        without.invoices.list()


def test_an_account_that_is_no_uuid_is_the_clients_where_the_client_gave_it() -> None:
    odd = client(never).for_account("odd")
    with pytest.raises(InvalidRequest, match=r"^transaction_account: expected a UUID"):
        odd.orders.prepare(items=[new_item(OFFERING)])


# --- ids


ID = uuid.UUID(OFFERING)


@pytest.mark.parametrize(
    ("namespace", "method", "keyword"),
    [each for each in own_keywords() if each[2].endswith("_id")],
)
async def test_an_id_given_as_a_uuid_is_told_how_to_pass_it(
    namespace: str, method: str, keyword: str
) -> None:
    given = OURS.with_keyword(namespace, method, keyword, ID)
    error = await refused(namespace, method, **given)
    assert error.path == keyword
    assert "for a uuid.UUID pass str(it)" in str(error)


@pytest.mark.parametrize("part", ["order_id", "quote_id", "invoice_group_id"])
def test_so_is_one_in_an_order(part: str) -> None:
    parts: dict[str, Any] = {"items": [new_item(OFFERING)], part: ID}
    if part == "quote_id":
        parts = {"quote_version": 1, part: ID}
    with pytest.raises(InvalidRequest, match=r"for a uuid.UUID pass str\(it\)") as caught:
        commerce().orders.prepare(**parts)
    assert caught.value.path == part
    with pytest.raises(InvalidRequest, match=r"for a uuid.UUID pass str\(it\)"):
        commerce().orders.prepare(items=[new_item(ID)])  # type: ignore[arg-type]
