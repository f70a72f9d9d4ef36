"""The program that reads what was collected of the administration: what it reads, and that it skips
nothing."""

from __future__ import annotations

import json

import pytest

from tests.openapi.admin_sources import facts, read
from tests.openapi.storefront_page import NotUnderstood, lines

COLLECTED = """\
## 7. Boats

Nothing.

## 8. Kites (host https://kites.invalid/loft)

### 8.1 Flights (no page found)

| method | path | request | success body | notes |
|---|---|---|---|---|
| POST | `/v1/flights/{flightId}/tails` | tails[] {id uuid REQ, colour string opt e.g. red}; wind {mail, name = site name REQ, zone IANA, for a new site} | {data: {url}} | order must follow within 3 minutes. Success code not stated (A4's mock uses 202, unproven) |
| GET | `/v1/flights/status/{id}` | - | {data: {id, status}} | only UP is published. A4 assumes DOWN and LOST: **not confirmed**; model status as an open string |
| GET | `/v1/flights/{flightId}/knots` | - | of_kite, knots[] {knot_id, state e.g. TIED, frayed boolean} | **snake_case**, unlike its siblings |

Auth: org API key Bearer, or Basic for site admins (directly). S2's sample is odd. Error shape: not published; probably the admin `errors[]` form below (INFERRED).

### 8.2 Kites: POST `/v2/kites` (A1, S2)

| item | fact |
|---|---|
| scope | read:kites (A2) |
| body (all optional) | query, limit integer (A1 example 5; a third-party doc says max 50), sort[] {field string e.g. attributes.name, order up or down} null ok, cursor string null ok |
| cursor rule | when cursor is sent no other property may be present (A2) |
| query variants (anyOf) | {and: [query...]}; {field: {name, values[]}}; {tags: [string]}. A third-party doc (kites.invalid) also lists nor |
| field name seen | attributes.name |
| success | 200 {data[], links, meta} |
| links | self, next: string, null ok; the values are opaque base64 cursors in S2, not URLs |
| meta | size int, total int null ok; S2 also has attributes null |
| data[] | id (ARI), links.self, related (free map); docs also list kind (A2 site) |

| attributes field | type | notes |
|---|---|---|
| name, maker | string | null ok |
| state | string | up, down (open) |
| colours | array of string | |
| icons | map | |
| frame | object {type: BOX or FLAT; parent null ok in S2} | null ok |
| drag | number | null ok; per-product availability |
| made | ISO 8601 string | null ok; updatedAt never populated |

relationships.loft[]: id, type "lofts", attributes {key, plan null ok}; A2's newest version adds area number, owner.

Admin errors: {errors: [{id, status string, code}]}. Codes: ADMIN-400-1 bad cursor, 404-2 no loft (A2).

## 9. Missing
"""
SIBLINGS = """\
| a | table |
|---|---|
| Rate limits | none |

| | Boats (boats.txt) | Atlassian admin: kites (kites.txt) |
|---|---|---|
| Rate limits | 5 | unstated numbers; `X-Kites-Limit`, `-Left`, `-Reset` (ISO 8601 instant) per endpoint [doc] |
"""
COOKBOOK = """\
How to fly.
1 2--header 'Authorization: Basic <token>' \\
1 2curl --location 'https://kites.invalid/loft/v1/flights/{flightId}/knots' \\ --header 'Authentication: Basic <token>'
1 2{ "of_kite": "a", "knots": [ { "knot_id": "b", "state": "TIED", "frayed": false } ] }
1 2curl --request POST \\ --url 'https://kites.invalid/loft/v1/flights/{flightId}/tails' \\ --header 'Authorization: Bearer <token>' \\ --data '{ "tails": [ { "id": "c", "colour": "red" }, ... ], "wind": { "mail": "<mail>", "name": "n" } }'
1 2"data": { "url": "https://kites.invalid/x" }
1 2curl --request POST --url 'https://boats.invalid/v1/boats' --data '{ "not": 1.5 }'
1 2{ "boat": true }
1 2curl --request POST \\ --url 'https://kites.invalid/loft/v2/kites' \\ --header 'Authorization: Bearer {{key}}' \\ --data '{ "query": { "field": { "name": "attributes.name", "values": ["n"] } } }'
1 2{ "data": [ {...}, { "id": "<string>", // this is what we're looking for "attributes": { "drag": 12, "extra": {} }, ... } ], "meta": { "size": 1, "total": 1 } }
"""
TAILS, KITES = "POST /v1/flights/{flightId}/tails", "POST /v2/kites"


def test_what_it_reads_of_the_tables_and_of_the_samples() -> None:
    found = facts(COLLECTED, SIBLINGS, COOKBOOK)
    assert {place: said for place, said in found.items() if " > " not in place} == {
        "API": {"server": "https://kites.invalid/loft"},
        TAILS: {"x-completed-within": 180},
        "GET /v1/flights/status/{id}": {},
        "GET /v1/flights/{flightId}/knots": {"credential": "Authentication"},
        "security basic": {"type": "http", "scheme": "basic"},
        "security bearer": {"type": "http", "scheme": "bearer"},
        KITES: {"scope": "read:kites"},
        "errors": {"content": "application/json", "type": "object"},
        "limits": {
            "headers": ["X-Kites-Limit", "X-Kites-Left", "X-Kites-Reset"],
            "standard": "ISO 8601",
        },
    }
    assert below(found, f"{TAILS} > ") == {
        "path flightId": {"type": "string", "required": True},
        "body": {"content": "application/json", "type": "object"},
        "body > tails": {"type": "array"},
        "body > tails > each": {"type": "object"},
        "body > tails > each > id": {"type": "string", "format": "uuid", "required": True},
        "body > tails > each > colour": {"type": "string", "example": "red"},
        "body > wind": {"type": "object"},
        "body > wind > mail": {"type": "string"},
        "body > wind > name": {"type": "string", "required": True},
        "body > wind > zone": {},
        "success": {"content": "application/json", "type": "object"},
        "success > data": {"type": "object"},
        "success > data > url": {"type": "string"},
    }
    assert found["GET /v1/flights/status/{id} > success > data > status"] == {
        "enum": ["UP"],
        "assumed": ["DOWN", "LOST"],
    }
    assert below(found, f"{KITES} > body > ") == {
        "query": {"type": "object", "anyOf": [["and"], ["field"], ["tags"]], "others": ["nor"]},
        "query > and": {"type": "array"},
        "query > and > each": {"type": "object", "as": f"{KITES} > body > query"},
        "query > field": {"type": "object"},
        "query > field > name": {"type": "string", "example": "attributes.name"},
        "query > field > values": {"type": "array"},
        "query > field > values > each": {"type": "string"},
        "query > tags": {"type": "array"},
        "query > tags > each": {"type": "string"},
        "limit": {"type": "integer", "example": 5, "maximum": 50},
        "sort": {"type": "array", "null": True},
        "sort > each": {"type": "object"},
        "sort > each > field": {"type": "string", "example": "attributes.name"},
        "sort > each > order": {"type": "string", "enum": ["up", "down"]},
        "cursor": {"type": "string", "null": True, "alone": True},
    }
    assert below(found, f"{KITES} > 200 > data > each > attributes > ") == {
        "name": {"type": "string", "null": True},
        "maker": {"type": "string", "null": True},
        "state": {"type": "string", "enum": ["up", "down"]},
        "colours": {"type": "array"},
        "colours > each": {"type": "string"},
        "icons": {"type": "object", "map": True},
        "frame": {"type": "object", "null": True},
        "frame > type": {"type": "string", "enum": ["BOX", "FLAT"]},
        "frame > parent": {"null": True},
        "drag": {"type": "number", "null": True},
        "made": {"type": "string", "standard": "ISO 8601", "null": True},
        "extra": {"type": "object"},
    }
    assert below(found, f"{KITES} > 200 > data > each > relationships > loft > each > ") == {
        "id": {},
        "type": {"type": "string", "example": "lofts"},
        "attributes": {"type": "object"},
        "attributes > key": {},
        "attributes > plan": {"null": True},
        "attributes > area": {"type": "number"},
        "attributes > owner": {},
    }
    assert found["errors > errors > each > code"] == {"codes": ["400-1", "404-2"]}
    assert not any("boat" in place for place in found)


def below(found: dict[str, dict[str, object]], place: str) -> dict[str, dict[str, object]]:
    return {
        each.removeprefix(place): said for each, said in found.items() if each.startswith(place)
    }


def test_it_writes_a_place_a_line() -> None:
    found = facts(COLLECTED, SIBLINGS, COOKBOOK)
    written = list(lines(found))
    assert json.loads("\n".join(written)) == found
    assert len(written) == len(found) + 2


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ('{"a": [{...}, 1, ...], ..., "b": 2}', {"a": [1], "b": 2}),
        ('"a": {"b": null} ', {"a": {"b": None}}),
        ('{"a": 1, // it is one  \n "b": [{"c": 2 // two\n }, ...]}', {"a": 1, "b": [{"c": 2}]}),
    ],
)
def test_how_a_page_prints_json(text: str, meant: object) -> None:
    assert read(text.replace("\n", "")) == meant


@pytest.mark.parametrize(
    ("line", "other", "why"),
    [
        ("## 8. Kites (host https://kites.invalid/loft)", "## 8. Kites", "no section 8"),
        ("id uuid REQ", "id uuid NEEDED", "words that are not known: 'NEEDED'"),
        ("tails[] {id uuid REQ,", "tails [] {id uuid REQ,", "'tails \\[\\] {id uuid REQ"),
        ("within 3 minutes", "within 3 hours", "notes that say more than is read"),
        ("**snake_case**, unlike", "**snake_case** since v2, unlike", "notes that say more"),
        ("only UP is published.", "only UP is `published`.", "notes that say more"),
        ("| cursor rule | when", "| cursor rule | where", "cursor rule: 'where cursor"),
        ("| scope |", "| reach |", "reach: 'read:kites"),
        ("| links | self, next: string,", "| links | self, next: number,", "links: 'self, next"),
        ("; docs also list kind", "; others list kind", r"data\[\]: 'id \(ARI\)"),
        ("up, down (open)", "up, down (closed)", "words that are not known: 'up, down"),
        ("| map | |", "| map | null |", "words that are not known: 'null'"),
        ("Auth: org API key Bearer", "Auth: org API key", "^Auth: org API key, or Basic"),
        ("relationships.loft[]: id", "relations.loft[]: id", "^relations.loft"),
        ("404-2 no loft (A2).", "404-2 no loft.", "^Admin errors: "),
        ("size int,", "size string,", "meta > size: type is 'string' and 'integer'"),
        ("; `X-Kites-Limit`", "; from `X-Kites-Limit`", "limits: .'unstated numbers; from"),
        ("| | Boats (boats.txt) | Atlassian", "| | Boats (boats.txt) | The", r"limits: \[\]"),
        ("loft/v2/kites'", "loft/v3/kites'", "/v3/kites is of no operation"),
        ("{flightId}/knots' ", "status/knots' ", "/v1/flights/status/knots is of .'GET"),
        ('"frayed": false', '"frayed": "no"', "frayed: type is 'boolean' and 'string'"),
    ],
)  # fmt: skip
def test_what_it_does_not_understand_is_an_error(line: str, other: str, why: str) -> None:
    texts = [COLLECTED, SIBLINGS, COOKBOOK]
    assert sum(text.count(line) for text in texts) >= 1
    with pytest.raises(NotUnderstood, match=why):
        facts(*(text.replace(line, other) for text in texts))
