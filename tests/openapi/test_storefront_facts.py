"""The storefront's document says every fact that is known of its platform, and nothing else but what
was decided, with a reason each."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from codegen.reading.bundle import bundle
from tests.openapi.changes import Change, changes
from tests.openapi.noticing import Comparison
from tests.openapi.places import NotRead, places
from tests.openapi.settled import Facts, Otherwise, differences, laid_over, settled
from tests.openapi.storefront import FACTS, NAMES, OTHERWISE, PAGE, SOURCE

DOCUMENT: dict[str, Any] = bundle(SOURCE)
DUE, IDLE = settled(FACTS, OTHERWISE)
KINDS = {
    "operation", "status", "parameter", "body", "field", "type", "null", "required", "format", "enum",
    "bound", "default", "readOnly", "security", "scheme", "limit", "content", "error", "pages",
    "x-money", "x-number", "x-secret", "x-currency", "x-python-name", "version", "server", "path",
    "schema", "header", "map",
}  # fmt: skip


def test_the_document_says_the_facts_and_nothing_else() -> None:
    assert differences(places(DOCUMENT, NAMES), DUE) == []


def test_each_decision_has_a_use_and_a_reason() -> None:
    assert IDLE == []
    vain = Otherwise("never so", "GET /nothing", {"type": "string"})
    silent = Otherwise(" ", "API", {"servers": None})
    assert settled(FACTS, [vain, silent])[1] == [
        "never needed: never so",
        "without a reason: API",
    ]


def test_the_page_was_read_in_whole() -> None:
    kinds = Counter(place.split(" ")[0] for place in PAGE if " > " not in place)
    assert kinds == {
        "API": 1,
        "limit": 2,
        "security": 2,
        "GET": 4,
        "POST": 4,
        "PATCH": 2,
        "DELETE": 2,
    }
    product = {place for place in PAGE if place.startswith("POST /products > 201 > ")}
    listed = {place for place in PAGE if place.startswith("GET /products > 200 > data > each > ")}
    assert {place.rpartition(" > ")[2] for place in product} == {
        place.rpartition(" > ")[2] for place in listed
    }
    assert {place for place in PAGE if place.startswith("GET /orders > 200 > ")} - {
        place for place in PAGE if " > data > " in place
    } == {
        f"GET /orders > 200 > {field}" for field in ("data", "total", "page", "pageSize", "pages")
    }


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"GET /products > query page": {"minimum": 0}}, "minimum is 1 and 0"),
        ({"* > query pages": {"minimum": 0}}, "no such place"),
    ],
)
def test_sources_that_disagree_are_an_error(more: Facts, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        laid_over(PAGE, more)


COMPARISON = Comparison(DUE, NAMES)
EVERY = list(changes(DOCUMENT))


def test_a_part_that_is_not_changed_is_as_it_is_due() -> None:
    for path, item in DOCUMENT["paths"].items():
        for method in item:
            assert not COMPARISON.notices(Change("none", path, DOCUMENT, (path, method)))
    assert not COMPARISON.notices(Change("none", "", DOCUMENT, None))


def test_every_change_of_the_document_is_noticed() -> None:
    unseen = [f"{each.kind} at {each.at}" for each in EVERY if not COMPARISON.notices(each)]

    kinds = Counter(each.kind.split(":")[0] for each in EVERY)
    print(f"{len(EVERY)} changes: {dict(kinds)}")
    assert unseen == []
    assert set(kinds) == KINDS
    assert len(EVERY) > 1500


def test_what_is_not_known_of_a_document_is_an_error() -> None:
    odd = {**DOCUMENT, "paths": {**DOCUMENT["paths"]}}
    odd["paths"]["/orders"] = {**odd["paths"]["/orders"], "trace": {}}
    with pytest.raises(NotRead, match="/orders: trace"):
        places(odd, NAMES)


def test_facts_that_change_are_noticed_as_well() -> None:
    ours = places(DOCUMENT, NAMES)
    for place, said in DUE.items():
        without = {each: facts for each, facts in DUE.items() if each != place}
        assert differences(ours, without), place
        for key in said:
            assert differences(ours, {**DUE, place: {**said, key: "other"}}), (place, key)
