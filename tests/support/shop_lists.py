"""The neutral platform's lists, served out of rows that may change meanwhile."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import httpx
from msgspec import UNSET
from msgspec.structs import replace

from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.lists.paginator import Paginator
from tests.codegen.golden.shop.api import goods
from tests.codegen.golden.shop.models import SearchInput
from tests.support.shop import ShopClient, shop_client

BASE_URL = "https://shop.invalid/api"
USUAL_SIZE = 3
Json = dict[str, Any]


def shop(answer: Callable[[httpx.Request], httpx.Response], **settings: Any) -> ShopClient:
    """A client of the shop "a b"."""
    return shop_client(answer, base_url=BASE_URL, shop="a b", **settings)


def _goods_by_page(client: ShopClient, size: int | None) -> Paginator[Any]:
    return paginate(client.core, goods.list_goods.build(per_page=size))


def _goods_by_id(client: ShopClient, size: int | None) -> Paginator[Any]:
    return paginate(client.core, goods.list_goods.build(per_page=size), by="id")


def _goods_by_rest(client: ShopClient, size: int | None) -> Paginator[Any]:
    """The goods of a server that counts the pages of what is left, in either way."""
    request = goods.list_goods.build(per_page=size)
    by_page, by_id = request.operation.pagination
    by_id = replace(by_id, ends_by="pages", end=by_page.end)
    operation = replace(request.operation, pagination=(by_page, by_id))
    return paginate(client.core, replace(request, operation=operation), by="id")


def _shelves(client: ShopClient, size: int | None) -> Paginator[Any]:
    return paginate(client.core, goods.list_shelves.build(size=size))


def _parcels(client: ShopClient, size: int | None) -> Paginator[Any]:
    return paginate(client.core, goods.list_parcels.build(size=size))


def _visits(client: ShopClient, size: int | None) -> Paginator[Any]:
    return paginate(client.core, goods.list_visits.build())


def _search(client: ShopClient, size: int | None) -> Paginator[Any]:
    body = SearchInput(word="w", per_page=size or UNSET)
    return paginate(client.core, goods.search_goods.build(body=body))


def _news(client: ShopClient, size: int | None) -> Paginator[Any]:
    return paginate(client.core, goods.list_news.build(about="wörd &"))


LISTS: dict[str, Callable[[ShopClient, int | None], Paginator[Any]]] = {
    "page by pages": _goods_by_page,
    "page by total": _shelves,
    "page by short page": _parcels,
    "id by more": _goods_by_id,
    "id by pages": _goods_by_rest,
    "id by empty page": _visits,
    "body cursor": _search,
    "link": _news,
}
"""By strategy and ending, each a list of the platform; it is given the size of a page, or None."""


class Shelf:
    """Serves every list out of the same rows, and keeps what it was asked."""

    def __init__(self, *rows: str, most: int = 100) -> None:
        self.rows = list(rows)
        self.most = most
        self.asked: list[httpx.Request] = []
        self.change: Callable[[Json], Json] = lambda answer: answer
        """What becomes of an answer before it is sent."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request)
        serve = {
            "/api/v1/goods": self._goods,
            "/api/v1/goods/search": self._search,
            "/api/v1/shelves": self._shelves,
            "/api/v1/parcels": self._parcels,
            "/api/v1/visits": self._visits,
            "/api/v1/shops/a b/news": self._news,
        }[request.url.path]
        return httpx.Response(200, json=self.change(serve(request)))

    def queries(self) -> list[dict[str, str]]:
        """The query of each request."""
        return [dict(request.url.params) for request in self.asked]

    def _size(self, asked: object) -> int:
        return min(int(str(asked or USUAL_SIZE)), self.most)

    def _number(self, request: httpx.Request) -> int:
        return int(request.url.params.get("page", 1))

    def _numbered(self, request: httpx.Request, key: str) -> tuple[list[str], int]:
        size = self._size(request.url.params.get(key))
        begin = (self._number(request) - 1) * size
        return self.rows[begin : begin + size], size

    def _after(self, last: str | None, size: int) -> tuple[list[str], bool]:
        later = sorted(row for row in self.rows if last is None or row > last)
        return later[:size], len(later) > size

    def _goods(self, request: httpx.Request) -> Json:
        if "id-after" in request.url.params or self.is_by_id:
            size = self._size(request.url.params.get("per-page"))
            last = request.url.params.get("id-after")
            found, more = self._after(last, size)
            left = -(-sum(1 for row in self.rows if last is None or row > last) // size)
            return {"result": {"rows": _things(found), "info": {"more": more, "pages": left}}}
        found, size = self._numbered(request, "per-page")
        info = {"page": self._number(request), "pages": -(-len(self.rows) // size)}
        return {"result": {"rows": _things(found), "info": info}}

    is_by_id = False

    def _shelves(self, request: httpx.Request) -> Json:
        found, size = self._numbered(request, "size")
        return {"rows": _things(found), "total": len(self.rows), "size": size}

    def _parcels(self, request: httpx.Request) -> Json:
        return {"rows": _things(self._numbered(request, "size")[0])}

    def _visits(self, request: httpx.Request) -> Json:
        return {"rows": _things(self._after(request.url.params.get("id_gt"), USUAL_SIZE)[0])}

    def _search(self, request: httpx.Request) -> Json:
        asked = json.loads(request.content)
        # As the real ones do: a cursor stands for everything that was asked at first.
        if "fromHere" in asked:
            assert asked.keys() == {"fromHere"}, "a cursor goes out alone"
            begin, size = map(int, asked["fromHere"].split("/"))
        else:
            begin, size = 0, self._size(asked.get("perPage"))
        end = begin + size
        following = f"{end}/{size}" if end < len(self.rows) else None
        return {"rows": _things(self.rows[begin:end]), "links": {"next": following}}

    def _news(self, request: httpx.Request) -> Json:
        begin = int(request.url.params.get("from", 0))
        end = begin + USUAL_SIZE
        query = urlencode({"from": end, "about": request.url.params["about"]})
        following = f"{BASE_URL}/v1/shops/a%20b/news?{query}" if end < len(self.rows) else None
        return {"rows": _things(self.rows[begin:end]), "links": {"next": following}}


def _things(ids: list[str]) -> list[Json]:
    return [{"id": each, "ref": {"id": each}} for each in ids]


def served(name: str, *rows: str, most: int = 100) -> Shelf:
    """A server of the list of this name."""
    shelf = Shelf(*rows, most=most)
    shelf.is_by_id = name in ("id by more", "id by pages")
    return shelf
