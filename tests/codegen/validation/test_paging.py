"""What is said of a list is enough to follow it by, or the lint says what is missing, and where."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from codegen import lint
from codegen.reading.bundle import bundle
from codegen.reading.walk import references
from tests.codegen.generator import DOCUMENTS

Node = dict[str, Any]
SHOP = bundle(DOCUMENTS / "shop.yaml")
LISTS = {
    "goods": "/v1/goods",
    "shelves": "/v1/shelves",
    "parcels": "/v1/parcels",
    "visits": "/v1/visits",
    "search": "/v1/goods/search",
    "news": "/v1/shops/{shopId}/news",
}


def operation(document: Node, name: str) -> Node:
    (found,) = document["paths"][LISTS[name]].values()
    node: Node = found
    return node


def said(document: Node) -> set[str]:
    """What the lint says of paging."""
    return {str(each) for each in lint.problems(document) if "x-pagination" in str(each)}


def test_the_lists_of_the_neutral_platform_can_be_followed() -> None:
    assert said(SHOP) == set()


def without(key: str) -> Callable[[Node], None]:
    def change(paging: Node) -> None:
        del paging[key]

    return change


def having(**facts: Any) -> Callable[[Node], None]:
    def change(paging: Node) -> None:
        paging.update({key.replace("_", "-"): value for key, value in facts.items()})

    return change


def _by_page(paging: Node) -> None:
    del paging["next"]
    paging |= {"strategy": "page", "ends-by": {"short-page": True}}


@pytest.mark.parametrize(
    ("name", "change", "complaint"),
    [
        # what each strategy needs
        ("visits", having(strategy="offset"), "/strategy: 'offset' is not one of"),
        ("visits", without("items"), "'items' is a required property"),
        ("visits", without("cursor"), "'cursor' is a required property"),
        ("visits", without("next"), "'next' is a required property"),
        ("shelves", without("cursor"), "'cursor' is a required property"),
        ("shelves", without("ends-by"), "'ends-by' is a required property"),
        ("search", without("next"), "'next' is a required property"),
        ("news", without("next"), "'next' is a required property"),
        ("shelves", having(ends_by={"size": "size"}), "say one of pages, total and short-page"),
        (
            "shelves",
            having(ends_by={"total": "total", "pages": "total"}),
            "say one of pages, total and short-page",
        ),
        ("shelves", having(ends_by={"has-more": "total"}), "has-more"),
        ("visits", having(ends_by={"total": "rows"}), "'rows', which has no meaning here"),
        ("visits", having(ends_by={}), "say one of pages, has-more and short-page"),
        ("visits", having(ends_by={"pages": "pages"}), "ends-by/pages: pages is no field"),
        (
            "visits",
            having(ends_by={"pages": "total", "has-more": "total"}),
            "say one of pages, has-more and short-page",
        ),
        ("shelves", having(next="links.next"), "'links.next', which has no meaning here"),
        ("news", having(cursor="about"), "'about', which has no meaning here"),
        (
            "search",
            having(ends_by={"short-page": True}),
            "{'short-page': True}, which has no meaning here",
        ),
        # what is named is there
        ("visits", having(cursor="since"), "cursor: since is no query parameter"),
        ("search", having(cursor="since"), "cursor: since is no property of the body"),
        ("search", having(size="many"), "size: many is no property of the body"),
        ("shelves", having(size="many"), "size: many is no query parameter"),
        ("news", having(items="links.rows"), "items: links.rows is no field of the answer"),
        ("news", having(items="links"), "items: links is no array"),
        ("news", having(items="$"), "'$' does not match"),
        ("news", having(next="links.after"), "next: links.after is no field of the answer"),
        ("visits", having(next="ref.key"), "next: ref.key is no field of the item"),
        ("visits", having(next="links.next"), "next: links.next is no field of the item"),
        ("shelves", having(ends_by={"pages": "pages"}), "ends-by/pages: pages is no field"),
        (
            "shelves",
            having(ends_by={"total": "total", "size": "most"}),
            "ends-by/size: most is no field of the answer",
        ),
        ("shelves", having(item_id="key"), "item-id: key is no field of the items"),
        ("news", having(item_id="links.next"), "item-id: links.next is no field of the items"),
        ("shelves", having(item_id="$"), "'$' does not match"),
        ("visits", having(item_id="id"), "'id', which has no meaning here"),
        ("shelves", having(number="page"), "number: page is no field of the answer"),
        ("shelves", having(number="rows.id"), "number: rows.id is no field of the answer"),
        ("shelves", having(number="$"), "'$' does not match"),
        ("visits", having(number="total"), "'total', which has no meaning here"),
        ("search", having(number="total"), "'total', which has no meaning here"),
        ("news", having(number="total"), "'total', which has no meaning here"),
        # what is named fits
        ("shelves", having(number="rows"), "number: rows is not plainly of type integer"),
        ("news", having(item_id="ref"), "item-id: ref is not plainly of type string or integer"),
        (
            "parcels",
            having(strategy="id", next="id", ends_by={"short-page": True}),
            "cursor: page should be of type string",
        ),
        ("visits", _by_page, "cursor: id_gt should be of type integer"),
        ("shelves", having(ends_by={"total": "total"}), "nobody knows for sure"),
        ("visits", having(ends_by={"short-page": True}), "nobody knows for sure"),
    ],
)
def test_what_is_not_enough_to_follow_a_list_by_is_found(
    name: str, change: Callable[[Node], None], complaint: str
) -> None:
    document = copy.deepcopy(SHOP)
    change(operation(document, name)["x-pagination"])
    place = LISTS[name].replace("/", "~1")
    found = said(document)
    assert any(complaint in each and f"#/paths/{place}/" in each for each in found), found


def _unsafe(node: Node) -> None:
    node["x-retry"] = {"class": "never"}


def _from_zero(node: Node) -> None:
    node["parameters"][0]["schema"]["minimum"] = 0


def _body_of(name: str) -> Node:
    return {"schema": {"$ref": f"#/components/schemas/{name}"}}


def _needs_a_word(node: Node) -> None:
    node["requestBody"]["content"]["application/json"] = _body_of("WordInput")


def _tenant_in_the_body(node: Node) -> None:
    node["requestBody"]["content"]["application/json"] = _body_of("ShopWordInput")


def _words(**of_word: str) -> Node:
    text = {"type": "string"}
    properties = {"word": {**text, **of_word}, "fromHere": text}
    return {"type": "object", "required": ["word"], "properties": properties}


BODIES = {"WordInput": _words(), "ShopWordInput": _words(**{"x-tenant": "shop"})}


def _twice(node: Node) -> None:
    node["x-pagination"][1] = node["x-pagination"][0]


def _three(node: Node) -> None:
    node["x-pagination"].append(node["x-pagination"][0])


def _second(node: Node) -> None:
    node["x-pagination"][1]["cursor"] = "since"


@pytest.mark.parametrize(
    ("name", "change", "complaint"),
    [
        ("visits", _unsafe, "not safe to ask for again"),
        ("shelves", _from_zero, "cursor: page does not begin at 1"),
        ("search", _needs_a_word, "the body needs word, and a cursor goes out alone"),
        ("search", _tenant_in_the_body, "the body holds a tenant, and a cursor goes out alone"),
        ("goods", _twice, "offers one strategy twice"),
        ("goods", _three, "is too long"),
        ("goods", _second, "x-pagination/1: cursor: since is no query parameter"),
    ],
)
def test_what_around_it_keeps_a_list_from_being_followed_is_found(
    name: str, change: Callable[[Node], None], complaint: str
) -> None:
    document = copy.deepcopy(SHOP)
    change(operation(document, name))
    for word in set(references(operation(document, name), "operation")) & BODIES.keys():
        document["components"]["schemas"][word] = copy.deepcopy(BODIES[word])
    found = said(document)
    assert any(complaint in each for each in found), found
