"""The program that reads what was collected of Commerce Layer: what it reads, and that it skips nothing."""

from __future__ import annotations

import json

import pytest

from tests.conftest import ROOT
from tests.openapi.commerce_layer_sources import facts
from tests.openapi.storefront_page import NotUnderstood, lines

SIBLINGS = """\
## 0. Boats

### 1.1 Nothing

## 1. Commerce Layer Provisioning API

Sources: kites.

### 1.1 Access

| Item | Value | From |
|---|---|---|
| Resource base | `https://kites.invalid/loft` | a page [doc] |
| Token endpoint | `POST https://keys.invalid/token` | [doc] |
| Grant | `client_credentials` with `client_id`, `client_secret` | [doc] |
| Scope | none needed now; older ones did | [sdk] |
| Body encoding | JSON; docs send `a/b+json`, js-auth sends `a/json` | [doc] |
| Token response | `access_token`, `token_type` `bearer`, `expires_in` seconds, `scope`, `created_at` | [sdk] |
| Token | JWT of some kind | [sdk] |
| Lifetime | not stated; credentials default to 60 s (70 s for others), range 60–3600. Trust it | [doc] |
| Renewal | a new token is handed out from 5 s before expiry and so on | [sdk] |
| Refresh token | none for this grant; ask again. (Elsewhere) | [doc] |
| Token errors | `errors` array; `status` is a JSON number here (401), a string in resource errors; code `NO`, title `no_client` | [sdk] |
| Token rate | 3 requests / 1 min, live and test | [page] |
| Concurrency | one call for all | [sdk] |

Headers: `Accept: a/b+json`; `Content-Type: a/b+json` on POST/PUT; `Authorization: Bearer`; `Accept-Version: v2` optional (no). Wrong `Accept` is 406, wrong `Content-Type` 415 [doc]. UTF-8 only [page].

### 1.2 Rate limits

| Bucket | The page | The other copy | Core |
|---|---|---|---|
| GET, all endpoints | 100 / 1 min | 20 / 1 min | 20 / 1 min |
| GET, per endpoint | 25 / 10 s | 5 / 10 s | 5 / 10 s |
| POST, all endpoints | 20 / 1 min | 20 / 1 min | 20 / 1 min (all writes) |
| POST, per endpoint | 5 / 10 s | 5 / 10 s | 5 / 10 s (all writes) |
| `/oauth/token` | 3 / 1 min (page) | not mentioned | 3 / 1 min |

- Counted per **IP**, in **sliding** windows that end. One limiter will do.
- The page names only GET and POST. Others count all; treat PATCH and DELETE as the POST bucket [inf].
- Response headers `x-ratelimit-limit`, `-interval` (seconds), `-remaining`; as seen. They describe the one-minute bucket only; no more.
- A limited IP is blocked for a while.

### 1.3 Operations (8 in 5 paths)

| Resource | List | Create | Retrieve | Update | Delete | Actions | Related GETs |
|---|---|---|---|---|---|---|---|
| `kites` | ✓ | ✓ | ✓ | – | ✓ | `POST /{id}/fly` → 202, empty body | tails |
| `me` (singleton) | – | – | ✓ | ✓ | – | | |

Statuses: list/retrieve/update 200, create 201, delete 204, actions 202 [spec]. And the signed-in user is a singleton: `GET|PATCH /user`, type `users`, no id in the path.

Behaviour worth encoding [doc]: organizations cannot be deleted by API (no); creating one also creates an owner membership, a role, and two `resources` credentials; creating a membership e-mails an invitation and starts `pending` (or not).

### 1.4 Attributes and relationships

Use column: R returned. `created_at`/`updated_at` are ISO 8601 UTC with milliseconds. Every resource also returns `created_at`, `updated_at`, `reference`, `reference_origin`, `metadata` (object); the last three are writable on create and update everywhere they can be created or updated (update only for the me, never for tails).

#### `kites`

| attribute | type | use |
|---|---|---|
| `name` | str, null | R C* U |
| `state` | enum up/down | R |
| `_wind` | obj | U |

Read-only (2): `drag` num, `knots` int.

Relationships: `tails` (many; R), `owner` (one; R C*).

#### `me` (singleton, type `people`)

| attribute | type | use |
|---|---|---|
| `strong` | bool | R |

Relationships: none.

Value sets: credential `kind` is open (`a`, `b`, or more), so keep it a string; `mode` is `c` or `d`; role `kind` is `e`, `f` or `g`; organization `region` defaults to `eu-1`; `domains` of an identity provider is one comma-separated string.

Defects in the vendor's document, so nobody copies them: none.

Secrets: `kites.key` and `me.word` come back in ordinary reads.

### 1.5 Query language

| Feature | Syntax | Notes |
|---|---|---|
| Page | `page[number]` (1-based, default 1), `page[size]` (default 2, **max 4**) | response `meta.record_count`, `meta.page_count`; `links.first/next`; and more |
| Include | `include=role,tail`, nested `a.b` | comma list |
| Sparse fields | `fields[roles]=name,kind` | some; also allowed on create and update |
| Sort | `sort=-made,name` | minus |
| Filter | `filter[q][<attrs>_<matcher>]=value` | and; attributes join with `_or_`; and more |
| Matchers | `eq lt jcont`, most also with `_any`/`_all` | joined; the SDK accepts arrays only for `_any _in`, objects (as JSON) only for `_jcont` |
| Count | list with `page[size]=1`, read `record_count` | SDK |
| Related | `GET /kites/{id}/tails` | filterable and sortable like a list |

Brackets must be percent-encoded. Full scans do not; it sorts by `id` and filters `id_gt=<last>`, always; whether it accepts `id_gt` on every resource is unverified.

### 1.6 Errors

JSON:API document: `{"errors": [{title, source: {pointer}, meta: {error, value?}}]}`; several. All 4xx carry it [doc]. 5xx bodies unspecified: tolerate them.

| Status | Codes seen | SDK meaning |
|---|---|---|
| 400 | `NOT_READ`, and others | request error |
| 401 | `OLD` (Core), `NEW` (Provisioning; also others) | expired |
| 405 / 406 | | client bug |
| 409 | not unique | conflict |
| 422 | `WRONG`, pointer `/data/attributes/x` or `/data/relationships/x` | validation |

Older pages misspell things.

### 1.7 Asynchrony

- No job resource, at all. The two 202 actions return no body and nothing.
- No idempotency key. `reference` + `reference_origin` exist on every writable resource: write it before repeating a create [inf]. Never auto-repeat membership create, `resend` (e-mail) or `transfer_ownership`.
- No money anywhere in Provisioning. (None.)

### 1.8 Licence

Free.

## 2. Boats

### 1.1 Nothing
"""
PAGE = """\
Kites is 100% compliant with the JSON API specification (v1.0). And more.

Must be v1 (learn more).
GET requests

Limit typeMax number


100 (to all endpoints)

1 min


25 (per endpoint)

10 secs

POST requests

Limit typeMax number


20 (to all endpoints)

1 min


5 (per endpoint)

10 secs

The endpoint is subject to stricter limits (max 3 reqs / 1 min). More.
"""


def test_what_it_reads() -> None:
    found = facts(SIBLINGS, PAGE)
    assert {place: said for place, said in found.items() if " /" in place} == {
        "GET /kites": {"resource": "kites", "does": "list", "status": 200},
        "POST /kites": {"resource": "kites", "does": "create", "status": 201},
        "GET /kites/{id}": {"resource": "kites", "does": "retrieve", "status": 200},
        "DELETE /kites/{id}": {"resource": "kites", "does": "delete", "status": 204},
        "POST /kites/{id}/fly": {"resource": "kites", "does": "fly", "status": 202},
        "GET /kites/{id}/tails": {"resource": "kites", "does": "related", "relationship": "tails"},
        "GET /me": {"resource": "me", "does": "retrieve", "status": 200},
        "PATCH /me": {"resource": "me", "does": "update", "status": 200},
    }
    written = {"read": True, "create": "optional", "update": "optional"}
    instant = {"type": "string", "standard": "ISO 8601", "read": True}
    assert {place: said for place, said in found.items() if place.startswith("kites")} == {
        "kites": {"type": "kites"},
        "kites > attributes > name": {
            "type": "string",
            "null": True,
            "read": True,
            "create": "required",
            "update": "optional",
        },
        "kites > attributes > state": {"type": "string", "enum": ["up", "down"], "read": True},
        "kites > attributes > _wind": {"type": "object", "read": False, "update": "optional"},
        "kites > attributes > drag": {"type": "number", "read": True},
        "kites > attributes > knots": {"type": "integer", "read": True},
        "kites > attributes > key": {"secret": True},
        "kites > attributes > created_at": instant,
        "kites > attributes > updated_at": instant,
        "kites > attributes > reference": {"type": "string", **written},
        "kites > attributes > reference_origin": {"type": "string", **written},
        "kites > attributes > metadata": {"type": "object", **written},
        "kites > relationships > tails": {"many": True, "read": True},
        "kites > relationships > owner": {"many": False, "read": True, "create": "required"},
    }
    assert found["me"] == {"type": "people"}
    assert found["me > attributes > reference"] == {
        "type": "string",
        "read": True,
        "update": "optional",
    }
    assert found["token"] == {
        "method": "POST",
        "address": "https://keys.invalid/token",
        "grant": "client_credentials",
        "asks": ["client_id", "client_secret"],
        "scope": "none",
        "encoding": "JSON",
        "contents": ["a/b+json", "a/json"],
        "answers": ["access_token", "token_type"],
        "beside": ["expires_in", "scope", "created_at"],
        "bearerFormat": "JWT",
        "refresh": "none",
    }
    assert found["limit GET each > page"] == {"limit": 25, "seconds": 10}
    assert found["limit GET each > copy"] == {"limit": 5, "seconds": 10}
    assert found["limit token"] == {"limit": 3, "minutes": 1}
    assert found["query page"] == {
        "minimum": 1,
        "default": 2,
        "maximum": 4,
        "meta": ["meta.record_count", "meta.page_count"],
        "links": "first/next",
    }
    assert found["matchers"] == {
        "names": ["eq", "lt", "jcont"],
        "ends": ["_any", "_all"],
        "arrays": ["_any", "_in"],
        "objects": "jcont",
    }
    assert [found[f"error {each}"].get("codes") for each in (400, 401, 405, 406, 409, 422)] == [
        *(["NOT_READ"], ["OLD", "NEW"], None, None, None, ["WRONG"]),
    ]
    assert found["writes"]["key"] == "reference"


def test_it_writes_a_place_a_line() -> None:
    found = facts(SIBLINGS, PAGE)
    written = list(lines(found))
    assert json.loads("\n".join(written)) == found
    assert len(written) == len(found) + 2


def test_what_is_committed_is_as_it_is_written() -> None:
    text = (ROOT / "tests/data/commerce-layer-facts.json").read_text(encoding="utf-8")
    assert "\n".join(lines(json.loads(text))) + "\n" == text


@pytest.mark.parametrize(
    ("line", "other", "why"),
    [
        ("## 1. Commerce Layer Provisioning API", "## 1. Kites", "no section 1"),
        ("| Resource base | `", "| Resource root | `", "Resource root: "),
        ("; code `NO`,", "; word `NO`,", "Token errors: "),
        ("`Accept: a/b", "`Accepts: a/b", "^Headers: "),
        ("| 25 / 10 s |", "| 25 / 10 h |", "GET, per endpoint: "),
        ("| 25 / 10 s |", "| 24 / 10 s |", "limit GET each > page: limit is 24 and 25"),
        ("| Token rate | 3 ", "| Token rate | 4 ", "limit token: limit is 4 and 3"),
        ("treat PATCH and", "treat PUT and", "^- The page names only"),
        ("(8 in 5 paths)", "(9 in 5 paths)", "8 in 5 are no {'operations': 9, 'paths': 5}"),
        ("| – | ✓ | `POST", "| no | ✓ | `POST", "kites: Update is 'no'"),
        ("→ 202, empty body", "→ 202, some body", "kites: '`POST"),
        ("actions 202 [spec]", "actions [spec]", "^Statuses: "),
        ("`metadata` (object)", "`metadata`", "^Use column: "),
        ("| str, null |", "| text, null |", "`name`: 'text'"),
        ("| str, null |", "| str, none |", "`name`: 'str'"),
        ("| R C* U |", "| R C+ U |", "use 'R C. U'"),
        ("Read-only (2):", "Read-only (3):", "2 are no 3"),
        ("`tails` (many; R)", "`tails` (some; R)", "kites: '`tails` .some"),
        ("; `mode` is `c`", "; `mood` is `c`", "^Value sets: "),
        ("(default 2, **max 4**)", "(default 2)", "Page: "),
        ("is unverified.", "is verified.", "^Brackets must be"),
        ("| 409 | not unique |", "| 409 | not `unique` |", "409: 'not `unique`"),
        ("- No idempotency key.", "- An idempotency key.", "^- An idempotency key"),
        ("Free.\n", "Free.\n\n### 1.7 More\n\n- A line.", "^- A line"),
        ("5 (per endpoint)\n", "5 (each endpoint)\n", "the page"),
    ],
)
def test_what_it_does_not_understand_is_an_error(line: str, other: str, why: str) -> None:
    texts = [SIBLINGS, PAGE]
    assert sum(text.count(line) for text in texts) >= 1
    with pytest.raises(NotUnderstood, match=why):
        facts(*(text.replace(line, other, 1) for text in texts))
