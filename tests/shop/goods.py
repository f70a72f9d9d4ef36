"""The `goods` namespace of the shop: a list for each way to page."""

from __future__ import annotations

from typing import ClassVar, Literal

from msgspec import UNSET

from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk.runtime.namespace import Namespace
from tests.codegen.golden.shop.api import goods
from tests.codegen.golden.shop.models import Colour, Good, SearchInput


class Goods(Namespace):
    """List what there is to buy; `unique` leaves out what came before."""

    aliases: ClassVar[dict[str, str]] = {"per_page": "page_size", "size": "page_size"}

    def list(
        self,
        *,
        colour: Colour | str | None = None,
        page_size: int | None = None,
        by: Literal["page", "id"] = "page",
        unique: bool = False,
        deadline: float | None = None,
    ) -> Paginator[Good]:
        """The goods of a colour, by page number or from one id to the next."""
        request = goods.list_goods.build(colour=colour, per_page=page_size)
        return paginate(self._core, request, by=by, unique=unique, deadline=deadline)

    def search(
        self,
        word: str,
        *,
        page_size: int | None = None,
        unique: bool = False,
        deadline: float | None = None,
    ) -> Paginator[Good]:
        """Goods by a word, whose cursor goes out in the body, alone."""
        size = UNSET if page_size is None else page_size
        request = goods.search_goods.build(body=SearchInput(word=word, per_page=size))
        return paginate(self._core, request, unique=unique, deadline=deadline)

    def shelves(
        self, *, page_size: int | None = None, unique: bool = False, deadline: float | None = None
    ) -> Paginator[Good]:
        """The shelves, until there are as many as the total says."""
        request = goods.list_shelves.build(size=page_size)
        return paginate(self._core, request, unique=unique, deadline=deadline)

    def parcels(
        self, *, page_size: int | None = None, unique: bool = False, deadline: float | None = None
    ) -> Paginator[Good]:
        """The parcels, until a page is short."""
        request = goods.list_parcels.build(size=page_size)
        return paginate(self._core, request, unique=unique, deadline=deadline)

    def visits(self, *, unique: bool = False, deadline: float | None = None) -> Paginator[Good]:
        """The visits from one id to the next, until none come."""
        return paginate(self._core, goods.list_visits.build(), unique=unique, deadline=deadline)

    def news(
        self, *, about: str | None = None, unique: bool = False, deadline: float | None = None
    ) -> Paginator[Good]:
        """The news of the client's shop, from link to link."""
        return paginate(
            self._core, goods.list_news.build(about=about), unique=unique, deadline=deadline
        )
