"""Where a large answer is cut: what is read between two turns of other tasks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import count
from typing import Any, ClassVar, NamedTuple

import anyio.lowlevel
import msgspec
import pytest
from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.document.answer import AnswerOf
from commerce_sdk.document.json_api.answers import DocumentOf, ListOf as ResourceListOf
from commerce_sdk.document.model import Model
from commerce_sdk.document.operation import Request
from commerce_sdk.runtime.call import slices
from commerce_sdk.runtime.call.slices import read_answer
from tests.codegen.golden.shop.models import BillPage
from tests.codegen.golden.shop.operations import OPERATIONS
from tests.support.resources import Role
from tests.support.sliced import request_of

pytestmark = pytest.mark.anyio

SLICE = 100


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """How many bytes are read at once, between each two turns of other tasks."""
    noted: list[list[int]] = [[]]
    checkpoint = anyio.lowlevel.checkpoint

    async def turn() -> None:
        noted.append([])
        await checkpoint()

    def noting(reader: Callable[..., Any]) -> Callable[..., Any]:
        def reads(kind: Any, content: bytes | None = None) -> Any:
            noted[-1].append(len(kind if content is None else content))
            return reader(kind) if content is None else reader(kind, content)

        return reads

    monkeypatch.setattr(anyio.lowlevel, "checkpoint", turn)
    for owner, name in (
        (slices, "read_json"),
        (slices, "parse_json"),
        (AnswerOf, "from_json"),
        (DocumentOf, "from_json"),
        (ResourceListOf, "from_json"),
    ):
        monkeypatch.setattr(owner, name, noting(getattr(owner, name)))
    monkeypatch.setattr(defaults, "SLICE", SLICE)
    monkeypatch.setattr(defaults, "SLICED_FROM", 0)
    return noted


class Kind(NamedTuple):
    """An answer that holds entries: its bytes, and what is read of it, given the lengths of the
    entries in each slice."""

    shape: Any
    entry: Callable[[int, int], bytes]
    around: Callable[[bytes], bytes]
    read: Callable[[list[list[int]]], list[list[int]]]

    def content(self, lengths: Iterable[int]) -> bytes:
        return self.around(b",".join(map(self.entry, count(), lengths)))


def text(length: int) -> bytes:
    return b'"%b"' % (b"x" * (length - 2))


def named(place: int, length: int) -> bytes:
    return b'"%02d":%b' % (place, text(length - 5))


def bill(_place: int, length: int) -> bytes:
    return b'{"id":%b}' % text(length - 7)


def role(_place: int, length: int) -> bytes:
    return b'{"type":"roles","id":%b}' % text(length - 22)


def joined(cut: list[list[int]]) -> list[list[int]]:
    """A slice is read as a short list or map of its entries."""
    return [[sum(run) + len(run) + 1] for run in cut]


KINDS = {
    "a page": Kind(
        BillPage,
        bill,
        lambda entries: b'{"data":[%b],"next":"n"}' % entries,
        lambda cut: [[], [len(b'{"data":[],"next":"n"}')], *cut],
    ),
    "a list": Kind(
        AnswerOf(list[str]),
        lambda _place, length: text(length),
        lambda entries: b"[%b]" % entries,
        lambda cut: [[], *joined(cut)],
    ),
    "a map": Kind(
        AnswerOf(dict[str, str]),
        named,
        lambda entries: b"{%b}" % entries,
        lambda cut: [[], *joined(cut)],
    ),
    "resources": Kind(
        ResourceListOf(lambda: Role),
        role,
        lambda entries: b'{"meta":{},"data":[%b],"links":null}' % entries,
        lambda cut: [[len(b"{}")], *joined(cut[:-1]), [*joined(cut)[-1], len(b"null")], []],
    ),
    "what is included": Kind(
        DocumentOf(lambda: Role),
        role,
        lambda entries: b'{"data":{"type":"roles"},"included":[%b]}' % entries,
        lambda cut: [[len(b'{"type":"roles"}')], *joined(cut), []],
    ),
}

CUTS = {
    "what fills a slice": [[40, 60]],
    "a byte more than a slice": [[40], [61]],
    "slices that are full": [[100], [40, 60], [30, 30, 40], [50]],
    "a byte more each time": [[30, 30], [41, 30], [30, 40], [99]],
    "longer than a slice": [[101], [50, 50], [150], [101]],
}


def request_for(shape: Any) -> Request[Any]:
    return request_of(replace(OPERATIONS["list_bills"], answers={200: shape}))


@pytest.mark.parametrize("cut", CUTS.values(), ids=CUTS)
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
async def test_others_get_their_turn_after_each_slice(
    kind: Kind, cut: list[list[int]], read: list[list[int]]
) -> None:
    content = kind.content(length for run in cut for length in run)
    await read_answer(request_for(kind.shape), 200, content)
    assert read == kind.read(cut)


async def test_a_null_among_the_items_is_no_reason_to_read_the_page_as_a_whole(
    read: list[list[int]],
) -> None:
    content = KINDS["a page"].around(b",".join((bill(0, 40), b"null", bill(1, 60))))
    page = await read_answer(request_for(BillPage), 200, content)
    assert [len(each.id) for each in page.data] == [31, 51]
    assert [sum(each) for each in read[2:]] == [40, 60], "a null takes its part of a slice"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
async def test_a_short_answer_is_read_at_once(
    kind: Kind, read: list[list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = kind.content([80, 80, 80])
    monkeypatch.setattr(defaults, "SLICED_FROM", len(content) + 1)
    whole = await read_answer(request_for(kind.shape), 200, content)
    assert read == [[len(content)]]
    read[:] = [[]]
    monkeypatch.setattr(defaults, "SLICED_FROM", len(content))
    assert repr(await read_answer(request_for(kind.shape), 200, content)) == repr(whole)
    assert len(read) > 2


# --- pages whose items mean nothing by themselves


class Priced(Model, frozen=True):
    currency_places: ClassVar[tuple[str, ...]] = ("currency", "lines/*/currency")


class PricedByThePage(Model, frozen=True):
    currency_places: ClassVar[tuple[str, ...]] = ("currency", "../currency")


class PageOfPriced(Model, frozen=True):
    _rows: list[Priced | None] | msgspec.UnsetType | None = msgspec.field(
        default=msgspec.UNSET, name="lineItems"
    )
    _next: str | None = msgspec.field(default=None, name="next")


class Nested(Model, frozen=True):
    _next: str | None = msgspec.field(default=None, name="next")
    _result: PageOfPriced | None = msgspec.field(default=None, name="found")


class PageThatSaysACurrency(PageOfPriced, frozen=True):
    _currency: str | None = msgspec.field(default=None, name="currency")


class PageThatKnowsWhereACurrencyIs(PageOfPriced, frozen=True):
    currency_places: ClassVar[tuple[str, ...]] = ("total/currency",)


class PageOfPricedByThePage(Model, frozen=True):
    _rows: list[PricedByThePage] | None = msgspec.field(default=None, name="rows")


class PageOfSeveralKinds(Model, frozen=True):
    _rows: list[Priced | PageOfPriced] | None = msgspec.field(default=None, name="rows")


class PageOfTexts(Model, frozen=True):
    _rows: list[str] | None = msgspec.field(default=None, name="rows")


PLACES: dict[str, tuple[Any, str, Any]] = {
    "its items": (PageOfPriced, "rows", (("_rows",), ("lineItems",), Priced)),
    "items in a part": (
        Nested,
        "result/rows",
        (("_result", "_rows"), ("found", "lineItems"), Priced),
    ),
    "a page that says a currency": (PageThatSaysACurrency, "rows", None),
    "a page that finds a currency": (PageThatKnowsWhereACurrencyIs, "rows", None),
    "items that ask the page for a currency": (PageOfPricedByThePage, "rows", None),
    "items of several kinds": (PageOfSeveralKinds, "rows", None),
    "items that are no objects": (PageOfTexts, "rows", None),
    "no such field": (PageOfPriced, "lines", None),
    "below items that are no objects": (PageOfTexts, "rows/lines", None),
    "no model": (AnswerOf, "stored", None),
    "no class": (dict[str, Priced], "rows", None),
}


@pytest.mark.parametrize(("page", "place", "found"), PLACES.values(), ids=PLACES)
def test_items_are_read_one_by_one_where_the_page_says_nothing_of_what_they_mean(
    page: Any, place: str, found: Any
) -> None:
    steps = tuple(place.split("/"))
    assert slices._place_of_items(page, steps) == found
