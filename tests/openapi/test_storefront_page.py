"""The program that reads the reference page: what it reads, and that it skips nothing."""

from __future__ import annotations

import json

import pytest

from tests.openapi.storefront_page import NotUnderstood, lines, page

HEAD = """\
Skip to main content
Commerce API
ACTIVE

Commerce API

ACTIVE
OpenAPI 3.1.0 v9.1 Where kites are lent

Kites. Rate limits are enforced per API key at 2 000 requests / minute for small plans and 30 000 for big.

Security schemes

Ticket A JWT (2 h). Shown at the door.
Badge For the staff.

Common responses

200 OK 404 Not Found

"""
GROUP = """\
Kites

2

What flies

GET /kites/{kiteId}
Kites Ticket Badge

Path

Name In Type Req Description
kiteId
path string (uuid) req Which kite

Query

Name In Type Req Description
page
query integer opt Which leaf (1-based)
colour
query string opt
red blue

No request body.

200 A kite

application/json

Commerce API 2.4.0
kiteId* string(uuid) read-only
tails array[object]
Commerce API 2.4.0
length* number Of one
colour* enum "red" "blue"
mended string(date-time) nullableread-only
count integer
404 None

No response body.

cURL Python
curl https://kites.invalid/v9/kites/{kiteId} \\
  -H 'Authorization: <ticket>'
Python
import kites

kites.get('https://kites.invalid/v9/kites/{kiteId}')
POST /kites

Lends one. Requires `kites:lend` permission.

Kites

No parameters.

What is lent

application/json

Commerce API 2.4.0
name* string(password)
windy boolean nullable For those who dare (3 days) default: true
parts array[object] nullable Of any kind
201 Lent

No response body.
"""
EXCERPT = HEAD + GROUP
LAST = {"answer tails": "colour"}


def test_what_it_reads() -> None:
    assert page(EXCERPT, LAST) == {
        "API": {
            "openapi": "3.1.0",
            "version": "9.1",
            "statuses": ["200", "404"],
            "server": "https://kites.invalid/v9",
        },
        "limit small": {"limit": 2000, "seconds": 60, "scope": "API key"},
        "limit big": {"limit": 30000, "seconds": 60, "scope": "API key"},
        "security Ticket": {"bearerFormat": "JWT", "seconds": 7200},
        "security Badge": {},
        "GET /kites/{kiteId}": {"tag": "Kites", "security": ["Ticket", "Badge"]},
        "GET /kites/{kiteId} > path kiteId": {
            "type": "string",
            "format": "uuid",
            "required": True,
        },
        "GET /kites/{kiteId} > query page": {"type": "integer", "minimum": 1},
        "GET /kites/{kiteId} > query colour": {"type": "string", "enum": ["red", "blue"]},
        "GET /kites/{kiteId} > 200": {"content": "application/json", "type": "object"},
        "GET /kites/{kiteId} > 200 > kiteId": {
            "type": "string",
            "format": "uuid",
            "required": True,
            "readOnly": True,
        },
        "GET /kites/{kiteId} > 200 > tails": {"type": "array"},
        "GET /kites/{kiteId} > 200 > tails > each": {"type": "object"},
        "GET /kites/{kiteId} > 200 > tails > each > length": {"type": "number", "required": True},
        "GET /kites/{kiteId} > 200 > tails > each > colour": {
            "type": "string",
            "required": True,
            "enum": ["red", "blue"],
        },
        "GET /kites/{kiteId} > 200 > mended": {
            "type": "string",
            "format": "date-time",
            "null": True,
            "readOnly": True,
        },
        "GET /kites/{kiteId} > 200 > count": {"type": "integer"},
        "GET /kites/{kiteId} > 404": {},
        "POST /kites": {"tag": "Kites", "permission": "kites:lend", "security": []},
        "POST /kites > body": {"content": "application/json", "type": "object"},
        "POST /kites > body > name": {"type": "string", "format": "password", "required": True},
        "POST /kites > body > windy": {
            "type": "boolean",
            "null": True,
            "default": True,
            "seconds": 259200,
        },
        "POST /kites > body > parts": {"type": "array", "null": True},
        "POST /kites > body > parts > each": {"type": "object"},
        "POST /kites > 201": {},
    }


def test_it_writes_a_place_a_line() -> None:
    facts = page(EXCERPT, LAST)
    written = list(lines(facts))
    assert json.loads("\n".join(written)) == facts
    assert len(written) == len(facts) + 2


@pytest.mark.parametrize(
    ("line", "other", "why"),
    [
        ("OpenAPI 3.1.0 v9.1 Where", "Version 9.1 Where", "no versions: 'Version 9.1 Where kites"),
        (" for big.", " for big. 5 a day.", "no rate limits, or more than them"),
        ("Badge For the staff.", "Badge For staff of 3 years.", "words that say more than is read"),
        ("200 OK 404 Not Found", "200 OK, 404", "no statuses"),
        ("\n2\n", "\n3\n", "Kites has 2 operations and not 3"),
        ("Kites Ticket Badge", "Kites Ticket Other", "GET /kites/{kiteId} without its tag"),
        ("query integer opt", "header integer opt", "page among the parameters of the query"),
        ("query integer opt", "query money opt", "'application/json' was to come: 'query money"),
        ("(1-based)", "(from 1 on)", "words that say more than is read"),
        ("length* number", "length* tape", "without a field"),
        ("colour* enum", "colour* string", "an enum and its values go together"),
        ('enum "red" "blue"', "enum", "an enum and its values go together"),
        ("colour* enum", "hue* enum", "without its last field, colour"),
        ("count integer", "count integer\ncount integer", "a second GET /kites/{kiteId} > 200 > count"),
        ("count integer", "count whole", "nothing that could come here: 'count whole'"),
        ("404 None", "404 None of 12", "words that say more than is read"),
        ("No response body.\n\ncURL", "Nothing.\n\ncURL", "'application/json' was to come: 'Nothing.'"),
        ("`kites:lend`", "`kites`, `lend`", "words that say more than is read"),
        ("parts array[object] nullable Of any kind", "parts array[object]\nCommerce API 2.4.0\na string",
         "where an entry of POST /kites > body > parts ends is not known"),
        ("boolean nullable For those", "boolean For nullable", "words that say more than is read"),
        ("\nPython\n", "\nPerl\n", "samples of GET /kites/{kiteId} that are not each of one language"),
        ("get('https://kites", "get('https://others", "a second server, https://others.invalid/v9"),
        ("/v9/kites/{kiteId} \\", "/v9/kites \\", "that are not each of one language"),
        ("201 Lent\n\nNo response body.\n", "", "POST /kites without an answer"),
    ],
)  # fmt: skip
def test_what_it_does_not_understand_is_an_error(line: str, other: str, why: str) -> None:
    assert EXCERPT.count(line) >= 1
    with pytest.raises(NotUnderstood, match=r"^line \d+: ") as raised:
        page(EXCERPT.replace(line, other, 1), LAST)
    assert why in str(raised.value)


@pytest.mark.parametrize("line", sorted({line for line in EXCERPT.splitlines() if line.strip()}))
def test_no_line_can_be_another(line: str) -> None:
    """A line that says nothing known is an error anywhere but in words and in code."""
    words = {
        *("What flies", "What is lent"),
        *("  -H 'Authorization: <ticket>'", "import kites"),
    }
    changed = EXCERPT.replace(f"{line}\n", "Some thing; `else` 1\n", 1)
    if line in words and not line.startswith("What"):
        assert page(changed, LAST) == page(EXCERPT, LAST)
    else:
        with pytest.raises(NotUnderstood):
            page(changed, LAST)
