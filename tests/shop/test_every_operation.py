"""Every operation of the shop through its facade: none of its document is without a method, and each
is really asked, in the way that the document says."""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import ApiKey, Hooks, Money, RequestEvent
from commerce_sdk.runtime.namespace import Namespace
from tests.codegen.golden.shop.models import (
    ArticleChange,
    Bill,
    FeesChange,
    LineInput,
    MemberInput,
    PlanInput,
)
from tests.codegen.golden.shop.operations import OPERATIONS
from tests.shop import ShopClient
from tests.support.shop import BILL, SECRET, a_bill, new_bill, shop_client

pytestmark = pytest.mark.anyio

FIVE = Money.of("5", "EUR")
JSON = "application/json"
RACKS = "application/vnd.api+json"
BEARER = {"authorization": f"Bearer {SECRET}"}
KEY = {"x-shop-key": SECRET}
A_BILL = a_bill()
A_LIST = {"rows": [{"id": "g"}], "total": 1, "size": 5}


async def paper(shop: ShopClient) -> bytes:
    async with shop.bills.download(BILL, colours=["RED"]) as parts:
        return b"".join([part async for part in parts])


class Case:
    """How an operation is called, what goes out, what comes, and what the caller is given.

    `sent` is the method and the target behind the base URL.
    """

    def __init__(
        self,
        call: Callable[[ShopClient], Awaitable[Any]],
        sent: str,
        *,
        body: Any = None,
        answer: tuple[int, Any] = (204, None),
        gives: Any = None,
        credential: dict[str, str] = BEARER,
        tenants: dict[str, str] | None = None,
        content_type: str = JSON,
        accept: str = JSON,
    ) -> None:
        self.call = call
        self.sent = sent
        self.body = body
        self.answer = answer
        self.gives = gives
        self.credential = credential
        self.tenants = tenants or {}
        self.content_type = content_type if body is not None else None
        self.accept = accept


LINES = [LineInput(amount=FIVE)]
WIRE_LINES = [{"amount": 500}]

CASES: dict[str, Case] = {
    "get_bill": Case(
        lambda shop: shop.bills.get(BILL, full=True),
        f"GET /v1/bills/{BILL}?full=true",
        tenants={"x-shop": "corner"},
        answer=(200, A_BILL),
        gives=A_BILL,
    ),
    "print_bill": Case(
        paper,
        f"GET /v1/bills/{BILL}/paper?colours=RED&shop=corner",
        answer=(200, b"%PDF-1"),
        gives=b"%PDF-1",
        accept="application/pdf, application/json",
    ),
    "send_bill": Case(
        lambda shop: shop.bills.send(BILL), f"POST /v1/bills/{BILL}/paper", answer=(202, None)
    ),
    "list_bills": Case(
        lambda shop: shop.bills.list().collect(),
        "GET /v1/bills",
        answer=(200, {"data": [A_BILL], "next": None}),
        gives=[A_BILL],
    ),
    "create_bill": Case(
        lambda shop: shop.bills.create(new_bill()),
        "POST /v1/bills",
        body={"id": BILL, "lines": WIRE_LINES},
        answer=(201, A_BILL),
        gives=A_BILL,
    ),
    "create_plan": Case(
        lambda shop: shop.bills.plan(PlanInput(currency="EUR", tiers=LINES)),
        "POST /v1/plans",
        body={"currency": "EUR", "tiers": WIRE_LINES},
    ),
    "list_goods": Case(
        lambda shop: shop.goods.list(colour="RED", page_size=5).collect(),
        "GET /v1/goods?per-page=5&colour=RED",
        answer=(200, {"result": {"rows": [{"id": "g"}], "info": {"pages": 1}}}),
        gives=[{"id": "g"}],
    ),
    "search_goods": Case(
        lambda shop: shop.goods.search("lamp", page_size=5).collect(),
        "POST /v1/goods/search",
        body={"word": "lamp", "perPage": 5},
        answer=(200, A_LIST),
        gives=[{"id": "g"}],
    ),
    "list_shelves": Case(
        lambda shop: shop.goods.shelves(page_size=5).collect(),
        "GET /v1/shelves?size=5",
        answer=(200, A_LIST),
        gives=[{"id": "g"}],
    ),
    "list_parcels": Case(
        lambda shop: shop.goods.parcels(page_size=5).collect(),
        "GET /v1/parcels?size=5",
        answer=(200, A_LIST),
        gives=[{"id": "g"}],
    ),
    "list_visits": Case(
        lambda shop: shop.goods.visits().collect(),
        "GET /v1/visits",
        answer=(200, {"rows": []}),
        gives=[],
    ),
    "list_news": Case(
        lambda shop: shop.goods.news(about="lamps").collect(),
        "GET /v1/shops/corner/news?about=lamps&clerk=ada",
        answer=(200, A_LIST),
        gives=[{"id": "g"}],
    ),
    "count_racks": Case(
        lambda shop: shop.stands.count(),
        "GET /v1/stands",
        answer=(200, {"racks": 3}),
        gives={"racks": 3},
    ),
    "add_rack": Case(lambda shop: shop.stands.add_rack(), "POST /v1/stands"),
    "remove_racks": Case(lambda shop: shop.stands.remove_racks(), "DELETE /v1/stands"),
    "get_opening": Case(lambda shop: shop.stands.opening(), "GET /v1/stands/open"),
    "log_in": Case(
        lambda shop: shop.access.log_in("ada@shop.invalid", "pass"),
        "POST /v1/login",
        body={"email": "ada@shop.invalid", "password": "pass"},
        answer=(200, {"accessToken": "a", "expiresIn": 60}),
        gives={"accessToken": "a", "expiresIn": 60},
        credential={},
    ),
    "refresh_login": Case(
        lambda shop: shop.access.refresh("r"),
        "POST /v1/login/refresh",
        body={"refreshToken": "r"},
        answer=(200, {"accessToken": "a"}),
        gives={"accessToken": "a"},
        credential={},
    ),
    "get_stock": Case(
        lambda shop: shop.access.stock(),
        "GET /v1/stock",
        answer=(200, {"count": 9}),
        gives={"count": 9},
        credential=KEY,
    ),
    "get_rack": Case(
        lambda shop: shop.racks.get("r 1"),
        "GET /v1/racks/r%201",
        answer=(200, {"id": "r 1"}),
        gives={"id": "r 1"},
        accept=RACKS,
    ),
    "fill_rack": Case(
        lambda shop: shop.racks.fill("left"),
        "POST /v1/racks",
        body={"label": "left"},
        content_type=RACKS,
        answer=(201, {"id": "r", "label": "left"}),
        gives={"id": "r", "label": "left"},
    ),
    "find_articles": Case(
        lambda shop: shop.articles.find("lamp", limit=2, up_to=FIVE, trace="00ff"),
        "GET /v1/articles?q=lamp&limit=2&upTo=500",
        answer=(200, {"articles": []}),
        gives={"articles": []},
    ),
    "change_article": Case(
        lambda shop: shop.articles.change("AB-1", ArticleChange(price=FIVE)),
        "PATCH /v1/articles/AB-1",
        body={"price": 500, "priceCurrency": "EUR"},
        answer=(200, {"sku": "AB-1", "price": 500, "currency": "EUR"}),
        gives={"sku": "AB-1", "price": 500, "currency": "EUR"},
    ),
    "change_fees": Case(
        lambda shop: shop.articles.change_fees("AB-1", FeesChange(handling=FIVE), currency="EUR"),
        "PATCH /v1/articles/AB-1/fees",
        body={"handling": 500},
    ),
    "add_member": Case(
        lambda shop: shop.articles.add_member(MemberInput(name="ada", password="s3cr3t-word")),
        "POST /v1/members",
        body={"name": "ada", "password": "s3cr3t-word"},
        answer=(201, {"name": "ada"}),
        gives={"name": "ada"},
    ),
    "get_member": Case(
        lambda shop: shop.articles.member("inv", code="1234", word="open"),
        "GET /v1/members/inv?code=1234",
        answer=(200, {"name": "ada"}),
        gives={"name": "ada"},
    ),
    "get_till": Case(
        lambda shop: shop.tills.get("7"),
        "GET /v1/shops/corner/tills/7?clerk=ada",
        answer=(200, {"id": "7", "state": "OPEN"}),
        gives={"id": "7", "state": "OPEN"},
    ),
    "open_till": Case(
        lambda shop: shop.tills.open("7", note="early"),
        "POST /v1/shops/corner/tills/7",
        body={"note": "early", "clerk": "ada"},
        answer=(202, {"id": "7", "state": "OPENING"}),
        gives={"id": "7", "state": "OPENING"},
    ),
    "set_till": Case(
        lambda shop: shop.tills.set("7", "SHUT"),
        "PUT /v1/shops/corner/tills/7/state",
        body={"state": "SHUT"},
        answer=(200, {"id": "7", "state": "SHUT"}),
        gives={"id": "7", "state": "SHUT"},
    ),
}


def test_no_operation_of_the_document_is_without_a_method() -> None:
    assert CASES.keys() == OPERATIONS.keys()
    offered = [
        f"{space}.{name}"
        for space, part in inspect.getmembers(shop_client(lambda request: None))
        if isinstance(part, Namespace)
        for name, method in inspect.getmembers(part, inspect.ismethod)
        if not name.startswith("_")
    ]
    assert len(offered) == len(OPERATIONS), "and each method is one operation's"


class Sent:
    """Keeps what was sent, and answers the same each time."""

    def __init__(self, status: int, content: Any) -> None:
        self.requests: list[httpx.Request] = []
        self._status = status
        self._content = content

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if isinstance(self._content, bytes) or self._content is None:
            return httpx.Response(self._status, content=self._content)
        return httpx.Response(self._status, json=self._content)


@pytest.mark.parametrize("name", OPERATIONS)
async def test_each_is_asked_as_the_document_says(name: str) -> None:
    case, operation = CASES[name], OPERATIONS[name]
    sent = Sent(*case.answer)
    auth: dict[str, Any] = {"auth": ApiKey(SECRET)} if case.credential is KEY else {}
    told: list[RequestEvent] = []
    hooks = Hooks(request=told.append)
    async with shop_client(sent, clerk="ada", hooks=hooks, **auth) as shop:
        given = await case.call(shop)

    (request,) = sent.requests
    assert [each.operation for each in told] == [name]
    method, _, target = case.sent.partition(" ")
    assert (request.method, request.url.raw_path.decode()) == (method, f"/api{target}")
    assert request.method == operation.method
    assert case.answer[0] in operation.answers
    credentials = {
        header: request.headers[header]
        for header in ("authorization", "x-shop-key")
        if header in request.headers
    }
    assert credentials == case.credential
    tenants = {
        header: request.headers[header] for header in ("x-shop",) if header in request.headers
    }
    assert tenants == case.tenants
    assert request.headers.get("content-type") == case.content_type
    assert request.headers["accept"] == case.accept
    assert (json.loads(request.content) if request.content else None) == case.body
    assert plain(given) == case.gives


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


async def test_goods_are_listed_in_two_ways() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.query.decode())
        row = {"id": "x", "ref": {"id": f"r{len(asked)}"}}
        info = {"pages": 2, "more": len(asked) == 1}
        return httpx.Response(200, json={"result": {"rows": [row], "info": info}})

    async with shop_client(answer) as shop:
        assert len(await shop.goods.list().collect()) == 2
        assert asked == ["", "page=2"]
        asked.clear()
        assert len(await shop.goods.list(by="id").collect()) == 2
        assert asked == ["", "id-after=r1"]


async def test_a_bill_that_is_made_is_answered_in_three_ways() -> None:
    answers = iter(
        [
            httpx.Response(201, json=A_BILL),
            httpx.Response(202, json={"data": [A_BILL]}),
            httpx.Response(204),
        ]
    )
    bill = new_bill()
    async with shop_client(lambda request: next(answers)) as shop:
        made = await shop.bills.create(bill)
        assert isinstance(made, Bill)
        assert made.total == FIVE
        several = await shop.bills.create(bill)
        assert several is not None
        assert not isinstance(several, Bill)
        assert [each.total for each in several.data or []] == [FIVE]
        assert await shop.bills.create(bill) is None
