"""A body is checked and written in one pass, and what its caller keeps is what is sent."""

from __future__ import annotations

import importlib
import inspect
import json
from typing import Any

import httpx
import pytest

from commerce_sdk import InvalidRequest, RetryPolicy, new_item
from commerce_sdk.document import request_model
from commerce_sdk.document.request_model import RequestModel, Written
from commerce_sdk_api.commerce import api, models
from tests.codegen.golden.shop.api.bills import create_bill
from tests.support.clients import client
from tests.support.documents import operations, resolved
from tests.support.worlds import OFFERING

ID = "0aed15e5-3d09-4319-800d-d65a5e73f783"
KEPT = b'{"orderId":\n  "as it was kept"}'
WRITES = {op["operationId"]: op for _, _, op in operations() if "requestBody" in op}
KEYED = {name for name, op in WRITES.items() if op["x-retry"]["class"] == "keyed"}


class Passes:
    """Counts how often a whole body is walked, and how often one is put into bytes."""

    def __init__(self) -> None:
        self.walked, self.encoded = 0, 0

    def counts(self) -> tuple[int, int]:
        return self.walked, self.encoded


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> Passes:
    counted, write, encoder = Passes(), RequestModel.write, request_model._ENCODER

    def walk(model: RequestModel, path: str, currency: str | None) -> dict[str, Any]:
        counted.walked += path == ""
        return write(model, path, currency)

    class Encoder:
        def encode(self, value: Any) -> bytes:
            counted.encoded += 1
            return encoder.encode(value)

    monkeypatch.setattr(RequestModel, "write", walk)
    monkeypatch.setattr(request_model, "_ENCODER", Encoder())
    return counted


def module(name: str) -> Any:
    return importlib.import_module(
        f"commerce_sdk_api.commerce.api.{WRITES[name]['tags'][0]}.{name}"
    )


def arguments(name: str) -> dict[str, str]:
    """What `build` needs besides the body."""
    parameters = inspect.signature(module(name).build).parameters.values()
    needed = {each.name for each in parameters if each.default is each.empty}
    return dict.fromkeys(needed - {"body"}, ID)


def bodies(name: str) -> list[RequestModel]:
    """Good bodies of an operation, the document's own examples."""
    media = resolved(WRITES[name]["requestBody"])["content"]["application/json"]
    examples = media.get("examples") or {"only": {"value": media["example"]}}
    read = []
    for value in (resolved(example)["value"] for example in examples.values()):
        kind = media["schema"]["$ref"].rsplit("/", 1)[1]
        if name in KEYED:
            kind = "QuoteOrderRequest" if value.get("source") == "QUOTE" else "OrderRequest"
        read.append(getattr(models, kind).from_dict(value, currency="USD"))
    return read


@pytest.mark.parametrize("name", WRITES)
def test_build_walks_and_encodes_a_body_once(name: str, passes: Passes) -> None:
    for count, body in enumerate(bodies(name), start=1):
        made = module(name).build(body=body, **arguments(name))

        assert passes.counts() == (2 * count - 1, 2 * count - 1)
        assert made.body == body.to_json()


@pytest.mark.parametrize("name", WRITES)
def test_what_was_written_before_goes_out_as_it_is_where_the_caller_keeps_it(
    name: str, passes: Passes
) -> None:
    build, kept = module(name).build, Written(KEPT)
    if name in KEYED:
        assert build(body=kept, **arguments(name)).body is KEPT
    else:
        with pytest.raises(InvalidRequest, match="got Written"):
            build(body=kept, **arguments(name))
    assert passes.counts() == (0, 0)


def test_the_currency_of_amounts_is_of_no_account_to_what_is_written() -> None:
    assert create_bill.build(body=Written(KEPT), currency="USD").body is KEPT


def test_a_written_body_does_not_show_what_it_holds() -> None:
    assert repr(Written(KEPT)) == "Written()"


def test_the_orders_are_the_writes_whose_bytes_are_kept() -> None:
    assert {"place_order", "create_order"} == KEYED
    assert WRITES.keys() > KEYED


@pytest.mark.parametrize(
    "body", [None, {}, KEPT, "{}", models.QuoteReferenceInput(id=ID, version=1)]
)
def test_another_thing_than_a_body_is_refused(body: Any) -> None:
    for name in ("place_order", "create_order"):
        with pytest.raises(InvalidRequest, match="expected one of OrderRequest, QuoteOrderRequest"):
            module(name).build(body=body)


@pytest.mark.anyio
async def test_placing_an_order_writes_it_once_however_often_it_is_sent(passes: Passes) -> None:
    sent: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(404)
        sent.append(request.content)
        if len(sent) < 3:
            return httpx.Response(503)
        return httpx.Response(202, json={"orderId": json.loads(request.content)["orderId"]})

    retry = RetryPolicy(attempts=9, first_pause=0.001, pause_cap=0.001)
    async with client(answer, retry=retry) as commerce:
        placed = await commerce.orders.place(items=[new_item(OFFERING)])
        assert passes.counts() == (1, 1)

        prepared = commerce.orders.prepare(items=[new_item(OFFERING)])
        await commerce.orders.place(prepared)
        await commerce.orders.create(prepared)

    assert passes.counts() == (2, 2)
    assert placed.order_id in sent[0].decode()
    assert sent == [sent[0]] * 3 + [prepared.body] * 2


def test_an_order_that_is_wrong_says_where_through_build_too() -> None:
    wrong = models.OrderRequest(order_id=ID, items=[models.NewItem(item_id="O1", offering_id=7)])  # type: ignore[arg-type]
    with pytest.raises(InvalidRequest) as caught:
        api.orders.place_order.build(body=wrong)
    assert caught.value.path.startswith("items[0].")


def test_of_two_faults_the_body_s_is_said() -> None:
    build = api.pricing_changes.update_pricing_change.build
    with pytest.raises(InvalidRequest, match="expected a PricingChangeUpdateInput, got dict"):
        build(pricing_change_id="..", body={})  # type: ignore[arg-type]
