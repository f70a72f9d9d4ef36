"""The document of the organization administration says every fact that is known of its platform, and
nothing else but what was decided, with a reason each."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from codegen.reading.bundle import bundle
from tests.openapi.admin import FACTS, OTHERWISE, PRINTED, SOURCE
from tests.openapi.changes import Change, changes
from tests.openapi.noticing import Comparison
from tests.openapi.places import NotRead, places
from tests.openapi.settled import Otherwise, differences, settled

DOCUMENT: dict[str, Any] = bundle(SOURCE)
DUE, IDLE = settled(FACTS, OTHERWISE)
COMPARISON = Comparison(DUE)
KINDS = {
    "operation", "status", "parameter", "body", "field", "type", "null", "required", "format", "enum",
    "bound", "default", "readOnly", "security", "scheme", "limit", "content", "error", "pages",
    "x-money", "x-number", "x-secret", "x-currency", "x-python-name", "version", "server", "path",
    "schema", "header", "map",
}  # fmt: skip
SEARCH = "POST /v2/orgs/{orgId}/workspaces"


def test_the_document_says_the_facts_and_nothing_else() -> None:
    assert differences(places(DOCUMENT), DUE) == []


def test_each_decision_has_a_use_and_a_reason() -> None:
    assert IDLE == []
    vain = Otherwise("never so", "GET /nothing", {"type": "string"})
    assert settled(FACTS, [*OTHERWISE, vain])[1] == ["never needed: never so"]


@pytest.mark.parametrize("number", range(len(OTHERWISE)))
def test_without_a_decision_the_document_differs(number: int) -> None:
    """So none of them says again what another one says."""
    others = [*OTHERWISE[:number], *OTHERWISE[number + 1 :]]
    assert differences(places(DOCUMENT), settled(FACTS, others)[0]), OTHERWISE[number].why


def test_the_sources_were_read_in_whole() -> None:
    kinds = Counter(place.split(" ")[0] for place in PRINTED if " > " not in place)
    assert kinds == {"API": 1, "security": 2, "GET": 2, "POST": 3, "errors": 1, "limits": 1}
    of_search = {place for place in PRINTED if place.startswith(f"{SEARCH} > 200 > data > each > ")}
    attributes = {place for place in of_search if " > attributes > " in place}
    assert len({place for place in attributes if "entitlement" not in place}) == 24
    assert len({place for place in attributes if "entitlement" in place}) == 9
    assert len(PRINTED["errors > errors > each > code"]["codes"]) == 12


def test_a_part_that_is_not_changed_is_as_it_is_due() -> None:
    for path, item in DOCUMENT["paths"].items():
        for method in item.keys() - {"parameters"}:
            assert not COMPARISON.notices(Change("none", path, DOCUMENT, (path, method)))
    assert not COMPARISON.notices(Change("none", "", DOCUMENT, None))


def test_every_change_of_the_document_is_noticed() -> None:
    every = list(changes(DOCUMENT))

    unseen = [f"{each.kind} at {each.at}" for each in every if not COMPARISON.notices(each)]

    kinds = Counter(each.kind.split(":")[0] for each in every)
    print(f"{len(every)} changes: {dict(kinds)}")
    assert unseen == []
    assert set(kinds) == KINDS
    assert len(every) > 1500


WORDS = {
    "scope": ("takes the scope", "has the scope"),
    "alone": ("with it no other property may be sent", "with it others may be sent"),
    "codes": ("404-2 (organization), ", ""),
    "headers": ("`X-RateLimit-Limit`, ", ""),
}


@pytest.mark.parametrize("key", WORDS)
def test_what_words_say_is_held_to_the_facts(key: str) -> None:
    def otherwise(node: Any) -> Any:
        if isinstance(node, dict):
            return {name: otherwise(each) for name, each in node.items()}
        if isinstance(node, list):
            return [otherwise(each) for each in node]
        return node.replace(*WORDS[key]) if isinstance(node, str) else node

    found = differences(places(otherwise(DOCUMENT)), DUE)
    assert found
    assert all(f": {key} (" in line for line in found)


@pytest.mark.parametrize(
    ("node", "why"),
    [
        (
            {"oneOf": [{"type": "string"}, {"type": "integer"}]},
            "one of several, and not of one and",
        ),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "and not of any kind"),
        ({"type": "string", "x-made-up": 1}, "meta: x-made-up"),
    ],
)
def test_what_is_not_known_of_a_document_is_an_error(node: Any, why: str) -> None:
    components = DOCUMENT["components"]
    page = components["schemas"]["WorkspacePage"]
    odd = {**page, "properties": {**page["properties"], "meta": node}}
    schemas = {**components["schemas"], "WorkspacePage": odd}
    with pytest.raises(NotRead, match=why):
        places({**DOCUMENT, "components": {**components, "schemas": schemas}})


def test_facts_that_change_are_noticed_as_well() -> None:
    ours = places(DOCUMENT)
    for place, said in DUE.items():
        without = {each: facts for each, facts in DUE.items() if each != place}
        assert differences(ours, without), place
        for key in said:
            assert differences(ours, {**DUE, place: {**said, key: "other"}}), (place, key)
