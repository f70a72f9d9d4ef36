"""Constructs of a document that each were lost once stay: in what is generated, and in a call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from commerce_sdk import ApiError, CurrencyMismatch, InvalidRequest, Money
from commerce_sdk.document.model import read_json
from tests.codegen.answered import Answered
from tests.codegen.packages import api, made, models

pytestmark = pytest.mark.anyio

USD, JPY = Money.of("1", "USD"), Money.of("100", "JPY")


@pytest.fixture(scope="module")
def kiosk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with made("kiosk", tmp_path_factory.mktemp("generated")) as package:
        yield package


# --- amounts that have a name


def test_an_amount_with_a_name_is_read_in_the_currency_around_it(kiosk: Any) -> None:
    text = b'{"currency": "USD", "total": 3.5, "lines": [{"fee": 1.25, "fees": {"a": 2}}]}'
    cart = read_json(models(kiosk).Cart, text)
    assert cart.total == Money.of("3.5", "USD")
    assert cart.lines[0].fee == Money.of("1.25", "USD")
    assert cart.lines[0].fees == {"a": Money.of("2", "USD")}


def test_an_amount_with_a_name_is_written_in_one_currency(kiosk: Any) -> None:
    body = models(kiosk).CartInput(lines=[models(kiosk).LineInput(fee=JPY)])
    change = api(kiosk, "default", "change_cart")
    request = change.build(cart_id="c", body=body)
    assert (request.body, request.query) == (b'{"lines":[{"fee":100}]}', (("currency", "JPY"),))
    with pytest.raises(CurrencyMismatch):
        change.build(cart_id="c", body=body, currency="USD")
    priced = models(kiosk).PricedInput(tip=USD)
    assert priced.to_dict() == {"currency": "USD", "tip": 1}


# --- amounts among parameters


def test_the_amounts_of_a_request_are_of_one_currency(kiosk: Any) -> None:
    find = api(kiosk, "default", "find_wares")
    query = find.build(min_price=USD, max_price=Money.of("9", "USD"), currency="USD").query
    assert query == (("min_price", "1"), ("max_price", "9"))
    assert find.build(max_price=JPY).query == (("max_price", "100"),)
    with pytest.raises(CurrencyMismatch, match="max_price: the amount is in JPY"):
        find.build(min_price=USD, max_price=JPY)
    with pytest.raises(CurrencyMismatch, match="min_price"):
        find.build(min_price=USD, currency="EUR")


def test_a_parameter_for_the_currency_says_it_and_is_filled(kiosk: Any) -> None:
    listed = api(kiosk, "default", "list_wares")
    assert listed.build(min_price=USD).query == (("min_price", "1"), ("currency", "USD"))
    assert listed.build(currency="EUR").query == (("currency", "EUR"),)
    assert listed.build().query == ()
    with pytest.raises(CurrencyMismatch):
        listed.build(min_price=USD, currency="EUR")


def test_body_and_parameters_are_of_one_currency(kiosk: Any) -> None:
    price, body = api(kiosk, "default", "price_wares"), models(kiosk).PricedInput
    assert price.build(body=body(tip=USD), min_price=USD).body == b'{"currency":"USD","tip":1}'
    for wrong in (body(tip=JPY), body(currency="JPY")):
        with pytest.raises(CurrencyMismatch):
            price.build(body=wrong, min_price=USD)


# --- parameters


def test_a_name_that_the_module_uses_is_told_apart(kiosk: Any) -> None:
    request = api(kiosk, "default", "list_wares").build(body_="a", path_of_="b")
    assert request.query == (("body", "a"), ("path_of", "b"))


def test_the_parameters_of_a_path_are_those_of_its_operations(kiosk: Any) -> None:
    assert api(kiosk, "default", "get_cart").build(cart_id="a/b", note="abc").path == "/carts/a%2Fb"
    with pytest.raises(InvalidRequest, match="note"):
        api(kiosk, "default", "get_cart").build(cart_id="c", note="abcd")
    body = models(kiosk).CartInput(word="w")
    assert api(kiosk, "default", "change_cart").build(cart_id="c", note="abcd", body=body).query


# --- calls


@pytest.mark.parametrize("status", [202, 204])
async def test_a_2xx_that_the_document_names_as_an_error_is_one(kiosk: Any, status: int) -> None:
    content = b"" if status == 204 else b'{"code": "LATER"}'
    answered = Answered(kiosk, httpx.Response(status, content=content))
    async with answered.client as client:
        with pytest.raises(ApiError) as caught:
            await client._core.ask(api(kiosk, "default", "get_cart").build(cart_id="c"))
    assert caught.value.status == status
    assert caught.value.code == ("LATER" if content else None)


async def test_a_2xx_that_the_document_does_not_name_is_a_success(kiosk: Any) -> None:
    answered = Answered(kiosk, httpx.Response(203, json={"currency": "USD"}))
    async with answered.client as client:
        cart = await client._core.ask(api(kiosk, "default", "get_cart").build(cart_id="c"))
    assert cart.currency == "USD"


async def test_what_answers_with_errors_alone_is_asked_for_their_media_type(kiosk: Any) -> None:
    answered = Answered(kiosk, httpx.Response(202))
    async with answered.client as client:
        await client._core.ask(api(kiosk, "default", "resend").build())
    assert answered.requests[0].headers["accept"] == "application/vnd.api+json"


async def test_a_field_that_the_client_fills_is_one_of_the_fields(kiosk: Any) -> None:
    answered = Answered(kiosk, httpx.Response(200, json={}))
    change, body = api(kiosk, "default", "change_cart"), models(kiosk).CartInput
    async with answered.client as client:
        await client._core.ask(change.build(cart_id="c", body=body(word="w")))
    assert answered.requests[0].content == b'{"word":"w","region":"eu"}'
    with pytest.raises(InvalidRequest, match="fields"):
        change.build(cart_id="c", body=body())
