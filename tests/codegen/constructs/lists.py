"""Lists that can be followed as the document says, and those that cannot."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    Node,
    answered,
    listing,
    null_text,
    operation,
    or_null,
    record,
    ref,
    schemas,
    success,
    text,
)
from tests.codegen.constructs.table import Call, Refused, add, listed, refused, right

COUNT = {"type": ["integer", "null"], "x-number": "count", "description": "How many."}


def _page(document: Node) -> Node:
    found: Node = schemas(document)["PlantPage"]["properties"]
    return found


def _next(name: str, schema: Any) -> None:
    def edit(document: Node) -> None:
        _page(document)["next"] = schema

    add(name, edit, Refused("x-pagination", "choose"))


_next("next_that_is_a_switch", {"type": ["boolean", "null"], "description": "More?"})
_next("next_that_is_a_list", {"type": ["array", "null"], "items": text(), "description": "On."})
_next("next_that_is_an_instant", null_text(format="date-time"))
_next("next_that_is_a_number", COUNT)
_next("next_that_is_an_enum", or_null("Colour"))


def _by_page(document: Node, ends: Node) -> None:
    paging = {"strategy": "page", "cursor": "after", "size": "size", "items": "plants"}
    listing(document)["x-pagination"] = {**paging, "ends-by": ends}
    first, size = listing(document)["parameters"]
    first["schema"] = {"type": "integer", "x-number": "count"}
    size["schema"]["maximum"] = 50


@right(listed("after=2", ("after", "2")))
def list_by_pages_that_are_counted(document: Node) -> None:
    _page(document)["total"] = COUNT
    _by_page(document, {"total": "total"})


def _number(name: str, schema: Any, verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        _page(document).update(total=COUNT, page=schema)
        _by_page(document, {"total": "total"})
        listing(document)["x-pagination"]["number"] = "page"

    add(f"number_of_a_page_that_is_{name}", edit, verdict)


_NUMBERED = listed(
    "after=2", ("after", "2"), reads="list_plants.OPERATION.pagination[0].number == ('page',)"
)
_NO_NUMBER = Refused("x-pagination", "choose")
_number("a_whole_number", COUNT, _NUMBERED)
_number("a_number", {**COUNT, "type": ["number", "null"]}, _NO_NUMBER)
_number("a_text", null_text(), _NO_NUMBER)
_number("an_object", or_null("Plant"), _NO_NUMBER)
_number("money", {"type": ["integer", "null"], "x-money": "minor"}, _NO_NUMBER)


@refused("x-pagination", "number: page")
def number_of_a_page_that_is_not_there(document: Node) -> None:
    _page(document)["total"] = COUNT
    _by_page(document, {"total": "total"})
    listing(document)["x-pagination"]["number"] = "page"


def _ends(name: str, key: str, schema: Any) -> None:
    def edit(document: Node) -> None:
        _page(document)["end"] = schema
        _by_page(document, {key: "end"})

    add(name, edit, Refused("x-pagination", "choose"))


_ends("total_that_is_no_integer", "total", {**COUNT, "type": ["number", "null"]})
_ends("total_that_is_a_text", "total", null_text())
_ends("pages_that_are_a_text", "pages", null_text())
_ends("pages_that_are_money", "pages", {"type": ["integer", "null"], "x-money": "minor"})


def _by_id(document: Node, of_item: Any, **more: Any) -> None:
    answered(document)["serial"] = of_item
    paging = {"strategy": "id", "cursor": "after", "items": "plants", "next": "serial"}
    listing(document)["x-pagination"] = {**paging, **more}


@right(
    listed(
        "after='b'",
        ("after", "b"),
        reads="list_plants.OPERATION.pagination[0].ends_by == 'pages' and "
        "list_plants.OPERATION.pagination[0].end == ('meta', 'page_count')",
    )
)
def list_by_ids_until_no_page_is_left(document: Node) -> None:
    schemas(document)["PageMeta"] = record(page_count=COUNT)
    _page(document)["meta"] = or_null("PageMeta")
    _by_id(document, null_text(), **{"ends-by": {"pages": "meta.page_count"}})


@refused("x-pagination", "choose")
def pages_that_are_left_that_are_a_text(document: Node) -> None:
    _page(document)["left"] = null_text()
    _by_id(document, null_text(), **{"ends-by": {"pages": "left"}})


@refused("x-pagination", "choose")
def has_more_that_is_a_text(document: Node) -> None:
    _page(document)["more"] = null_text()
    _by_id(document, null_text(), **{"ends-by": {"has-more": "more"}})


@refused("x-pagination", "choose")
def list_by_ids_that_are_numbers(document: Node) -> None:
    _by_id(document, COUNT)


@refused("x-pagination", "choose")
def list_by_ids_that_are_dates(document: Node) -> None:
    _by_id(document, null_text(format="date"))


@refused("x-pagination", "choose")
def size_of_a_page_that_is_a_text(document: Node) -> None:
    listing(document)["parameters"][1]["schema"] = {"type": "string"}


@refused("x-pagination", "any")
def cursor_of_one_value(document: Node) -> None:
    listing(document)["parameters"][0]["schema"]["const"] = "on"


@refused("x-pagination", "every success")
def page_that_is_sometimes_another_model(document: Node) -> None:
    listing(document)["responses"]["202"] = success(ref("Plant"), {"id": "a"})


def _search(name: str, advice: str, cursor: Any, edit: Any = lambda document: None) -> None:
    """A list that is followed by a cursor in its body."""

    def put(document: Node) -> None:
        schemas(document)["SearchInput"] = record(after=cursor, word=text())
        paging = {"strategy": "body-cursor", "cursor": "after", "items": "plants", "next": "next"}
        document["paths"]["/search"] = {
            "post": operation(
                "search",
                {"200": success(ref("PlantPage"), {"plants": []})},
                requestBody={
                    "required": True,
                    "description": "What to look for.",
                    "content": {"application/json": {"schema": ref("SearchInput"), "example": {}}},
                },
                **{"x-pagination": paging},
            )
        }
        edit(document)

    add(name, put, Refused("~1search", advice))


_search(
    "cursor_in_a_body_of_two_fields",
    "minProperties",
    text(),
    lambda document: schemas(document)["SearchInput"].update(minProperties=2),
)
_search(
    "cursor_in_a_body_that_may_be_null",
    "null",
    text(),
    lambda document: schemas(document)["SearchInput"].update(type=["object", "null"]),
)
_search("cursor_in_a_body_with_bounds", "remove", text(maxLength=2))


# --- where an item's id stands


def _item_id(name: str, schema: Any, verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        answered(document)["number"] = schema
        listing(document)["x-pagination"]["item-id"] = "number"

    add(f"item_id_that_is_{name}", edit, verdict)


_NAMED = listed(reads="list_plants.OPERATION.pagination[0].item_id == ('number',)")
_NO_ID = Refused("x-pagination", "choose")
_item_id("a_text", null_text(), _NAMED)
_item_id("a_whole_number", COUNT, _NAMED)
_item_id("a_switch", {"type": ["boolean", "null"], "description": "Is it?"}, _NO_ID)
_item_id("an_object", or_null("Plant"), _NO_ID)
_item_id("an_enum", or_null("Colour"), _NO_ID)
_item_id("an_instant", null_text(format="date-time"), _NO_ID)


@refused("x-pagination", "item-id: number")
def item_id_that_is_not_there(document: Node) -> None:
    listing(document)["x-pagination"]["item-id"] = "number"
