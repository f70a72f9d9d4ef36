"""What is called, and what a client is set up with."""

from __future__ import annotations

from collections.abc import Iterator

from . import BASE, GONE, Pair, answer, both, breaks, edited, nothing, shown

_REF = "#/components/schemas/"
_LOT = {"$ref": f"{_REF}Lot"}
_TEXT = {"type": "string"}
_LINKS = {
    "schemas Links": {"type": "object", "properties": {"next": _TEXT}},
    "LotPage .links": {"$ref": f"{_REF}Links"},
}


def operations() -> Iterator[Pair]:
    patch = edited({})["paths"]["/lots/{id}"]["patch"]
    yield from both(
        "code that calls it fails",
        {"document paths /lots/{id} patch": GONE},
        breaks("change_lot", "the operation"),
        shown("change_lot", "the operation PATCH /lots/{id}"),
    )
    yield Pair(
        "its function has another name",
        {},
        {"get_lot operationId": "fetch_lot"},
        breaks("get_lot", "the operation"),
    )
    yield from both(
        "its module moves",
        {"get_lot tags": ["bids"]},
        breaks("get_lot", "is in the module bids, was in lots"),
        breaks("get_lot", "is in the module lots, was in bids"),
    )
    yield Pair(
        "which path it goes to, only the SDK sees",
        {},
        {"document paths /bids": GONE, "document paths /v2/bids": BASE["paths"]["/bids"]},
        shown("bid", "is sent to /v2/bids, was sent to /bids"),
    )
    yield Pair(
        "which method it goes by, only the SDK sees",
        {},
        {"document paths /lots/{id} patch": GONE, "document paths /lots/{id} put": patch},
        shown("change_lot", "is sent as PUT, was sent as PATCH"),
    )
    yield from both(
        "what is deprecated still works",
        {"get_lot deprecated": True},
        shown("get_lot", "is now deprecated"),
        shown("get_lot", "is no longer deprecated"),
    )
    yield Pair(
        "words are no code", {}, {"get_lot summary": "S", "get_lot description": "D"}, nothing
    )
    yield from both(
        "where the parameters of a path stand is nobody's business",
        {
            "get_lot parameters": GONE,
            "change_lot parameters": GONE,
            "document paths /lots/{id} parameters": [
                {"name": "id", "in": "path", "required": True, "schema": _TEXT}
            ],
        },
        nothing,
        nothing,
        {"get_lot (id) schema": _TEXT},
    )
    yield Pair(
        "the same component, written in place",
        {},
        {"get_lot responses 404": BASE["components"]["responses"]["NotThere"]},
        nothing,
    )


def settings() -> Iterator[Pair]:
    tenant = {"name": "X-For", "in": "header", "x-tenant": "buyer", "schema": _TEXT}
    yield from both(
        "a client that knows none fails",
        {"get_lot parameters +": {**tenant, "required": True}},
        breaks("get_lot", "the client has to be set up with buyer"),
        shown("get_lot", "is no longer sent for the client's buyer"),
    )
    yield Pair(
        "a client that knows none goes on",
        {},
        {"get_lot parameters +": tenant},
        shown("get_lot", "the client may be set up with buyer"),
    )
    yield from both(
        "a client that knows none fails",
        {"list_lots (X-Account) required": True},
        breaks("list_lots", "the client has to be set up with account"),
        shown("list_lots", "the client no longer has to be set up with account"),
    )
    yield Pair(
        "which place it goes to, the SDK sees to",
        {},
        {"list_lots (X-Account) in": "query"},
        shown("list_lots", "the client's account is sent in the query, was in the header"),
    )
    yield Pair(
        "which name it goes by, the SDK sees to",
        {},
        {"list_lots (X-Account) name": "X-Payer"},
        shown("list_lots", "the client's account is sent as X-Payer, was sent as X-Account"),
    )
    yield from both(
        "a client without a credential fails",
        {"change_lot security": GONE},
        breaks("change_lot", "took no credential, takes bearer"),
        shown("change_lot", "took bearer, takes no credential"),
    )
    yield from both(
        "a client with one of the other kind fails; one kind more takes none away",
        {"document security": [{"bearer": []}, {"key": []}]},
        shown("get_lot", "took bearer, takes bearer, api-key"),
        breaks("get_lot", "took bearer, api-key, takes bearer"),
    )
    yield Pair(
        "a client with one of the other kind fails",
        {},
        {"document security": [{"key": []}]},
        breaks("get_lot", "took bearer, takes api-key"),
    )
    yield Pair(
        "where nothing was said, nothing is new to a caller",
        {"document security": GONE},
        {},
        shown("get_lot", "took something unsaid, takes bearer"),
    )
    yield Pair(
        "which header a key goes in, the SDK sees to",
        {"document security": [{"key": []}]},
        {
            "document security": [{"key": []}],
            "document components securitySchemes key name": "X-Other",
        },
        shown("get_lot", "api-key was in X-Key, a 401 means expired, is in X-Other"),
    )
    yield from both(
        "nobody has a credential that no operation takes",
        {"document components securitySchemes key": GONE},
        shown("securitySchemes/key", "a credential that no operation takes"),
        shown("securitySchemes/key", "a credential that no operation takes"),
    )
    yield from both(
        "which server it is, who set another one does not see",
        {"document servers": [{"url": "https://other.invalid"}]},
        shown("base_url", "requests go to https://other.invalid, went to https://lots.invalid/api"),
        shown("base_url", "requests go to https://lots.invalid/api"),
    )
    yield from both(
        "who named no server fails",
        {"document servers": GONE},
        breaks("base_url", "has to be given, was https://lots.invalid/api"),
        shown("base_url", "requests go to https://lots.invalid/api"),
    )


def calls() -> Iterator[Pair]:
    by_page = {
        "strategy": "page",
        "cursor": "size",
        "items": "rows",
        "ends-by": {"short-page": True},
    }
    by_cursor = BASE["paths"]["/lots"]["get"]["x-pagination"]
    yield from both(
        "nobody can go through its pages any more",
        {"list_lots x-pagination": GONE},
        breaks("list_lots", "no longer pages"),
        shown("list_lots", "pages by cursor"),
    )
    yield from both(
        "a way to page is gone",
        {"list_lots x-pagination": [by_cursor, by_page]},
        shown("list_lots", "pages by page"),
        breaks("list_lots", "no longer pages by page"),
    )
    yield from both(
        "a cursor that was kept leads nowhere",
        {"list_lots x-pagination": [by_page, by_cursor]},
        breaks("list_lots", "pages by page unless told otherwise, did by cursor"),
        breaks("list_lots", "pages by cursor unless told otherwise, did by page"),
        {"list_lots x-pagination": [by_cursor, by_page]},
    )
    yield Pair(
        "where its cursor stands, the SDK sees to",
        _LINKS,
        {**_LINKS, "list_lots x-pagination next": "links.next"},
        shown("list_lots", "pages by cursor"),
    )
    yield from both(
        "nobody can tell its items any more",
        {"list_lots x-pagination item-id": "id"},
        shown("list_lots", "pages by cursor, cursor from, items rows, next next, item-id id"),
        breaks("list_lots", "unique: it no longer says where the id of an item stands"),
    )
    yield Pair(
        "where an id stands, the SDK sees to",
        {"list_lots x-pagination item-id": "id"},
        {"list_lots x-pagination item-id": "name"},
        shown("list_lots", "item-id name"),
    )
    yield from both(
        "which page came, the SDK sees to",
        {"list_lots x-pagination number": "page"},
        shown("list_lots", "pages by page, cursor size, items rows, number page"),
        shown("list_lots", "did by page, cursor size, items rows, number page"),
        {
            "LotPage .page": {"type": "integer", "x-number": "count"},
            "list_lots x-pagination": by_page,
        },
    )
    others = {"LotPage .others": {"type": "array", "items": {"$ref": f"{_REF}Vase"}}}
    yield from both(
        "its pages are of something else",
        {"list_lots x-pagination items": "others"},
        breaks("list_lots", "its pages are of Vase, were of Lot"),
        breaks("list_lots", "its pages are of Lot, were of Vase"),
        others,
    )
    yield Pair(
        "its pages are of the same, in another place",
        {"LotPage .others": {"type": "array", "items": _LOT}},
        {
            "LotPage .others": {"type": "array", "items": _LOT},
            "list_lots x-pagination items": "others",
        },
        shown("list_lots", "pages by cursor, cursor from, items others"),
    )
    yield from both(
        "how often it is sent, the SDK sees to",
        {"get_lot x-retry": {"class": "never"}},
        shown("get_lot", "where its outcome is unclear it is not sent again, was sent again"),
        shown("get_lot", "where its outcome is unclear it is sent again, was not sent again"),
    )
    yield from both(
        "how soon it has to be completed, the SDK sees to",
        {"add_lot x-completed-within": 60},
        shown("add_lot", "is completed within 60 s, was at any time"),
        shown("add_lot", "is completed at any time, was within 60 s"),
    )
    yield from both(
        "bytes that were kept are no body any more",
        {"add_lot x-retry": {"class": "never"}},
        breaks("add_lot(body)", "may no longer be Written"),
        shown("add_lot", "it is asked about, and sent again under its key, was not sent again"),
    )
    yield from both(
        "how what sets a value is sent again, the SDK sees to",
        {"change_lot x-retry": {"class": "idempotent", "read-back": "get_lot"}},
        shown("change_lot", "it is asked about, and sent again where it does not show, was not"),
        shown("change_lot", "it is not sent again, was asked about, and sent again where it does"),
    )
    yield Pair(
        "what has a key no longer takes the bytes that were kept",
        {},
        {"add_lot x-retry": {"class": "idempotent", "read-back": "get_lot"}},
        breaks("add_lot(body)", "may no longer be Written"),
    )
    yield from both(
        "how fast it may be called, the SDK sees to",
        {"get_lot x-rate-limit": [{"limit": 1, "seconds": 1, "scope": "credential"}]},
        shown("get_lot", "the limit was 10 in 1 s by credential, is 1 in 1 s by credential"),
        shown("get_lot", "the limit was 1 in 1 s by credential, is 10 in 1 s by credential"),
    )
    yield Pair(
        "what it is counted with, the SDK sees to",
        {},
        {"get_lot x-rate-limit 0 bucket": "reads"},
        shown("get_lot", "counted in get_lot, counts in reads"),
    )
    yield Pair(
        "a limit over all operations",
        {},
        {"document x-rate-limit": {"all": [{"limit": 9, "seconds": 1, "scope": "address"}]}},
        shown("get_lot", "counted in get_lot, counts in all, get_lot"),
    )
    small, large = (
        {"limit": 9, "seconds": 1, "scope": "credential", "tier": tier} for tier in "ab"
    )
    yield from both(
        "a client may be given the tier that goes",
        {"get_lot x-rate-limit": [small, large]},
        shown("tier", "a client may be of b"),
        breaks("tier", "a client of b is refused"),
        {"get_lot x-rate-limit": [small]},
    )
    yield from both(
        "where limits begin to differ by tier, who says nothing is of the first",
        {"get_lot x-rate-limit": [small]},
        shown("tier", "they are a, the usual one first; were none"),
        breaks("tier", "a client of a is refused"),
    )
    yield Pair(
        "which tier is the usual one, changes how fast a client goes",
        {"get_lot x-rate-limit": [small, large]},
        {"get_lot x-rate-limit": [large, small]},
        shown("tier", "they are b, a, the usual one first; were a, b"),
    )
    yield Pair(
        "the limit of a tier",
        {"get_lot x-rate-limit": [small]},
        {"get_lot x-rate-limit": [{**small, "limit": 8}]},
        shown("get_lot", "was 9 in 1 s by credential of a, is 8 in 1 s by credential of a"),
    )


def misfits() -> Iterator[Pair]:
    """Nothing can be generated from these, or could not once; they are compared all the same."""
    inline = answer({"type": "object", "properties": {"a": _TEXT}})
    yield from both(
        "an answer without a name",
        {"get_lot responses 200": inline},
        breaks("get_lot", 'answers {"properties": {"a"'),
        breaks("get_lot", 'answers Lot, answered {"properties": {"a"'),
    )
    yield Pair(
        "an answer without a name, which says something else",
        {"get_lot responses 200": inline},
        {"get_lot responses 200": answer({"type": "object", "properties": {"b": _TEXT}})},
        breaks("get_lot", 'answers {"properties": {"b"'),
    )
    yield Pair(
        "the same misfit is no change",
        {"get_lot responses 200": inline},
        {"get_lot responses 200": inline},
        nothing,
    )
    yield Pair(
        "a field of several types",
        {},
        {"Lot .name type": ["string", "integer"]},
        breaks("Lot.name", 'was str, is {"type": ["string", "integer"]}'),
    )
    yield Pair(
        "a family that the document does not describe",
        {},
        {"get_lot responses 404": {"description": "None.", "x-error": "strays"}},
        breaks("get_lot 404", "its body is no model, was LotError"),
    )
    yield Pair(
        "a credential that there is no way to send",
        {},
        {
            "document security": [{"open": []}],
            "document components securitySchemes open": {"type": "oauth2"},
        },
        breaks("get_lot", "took bearer, takes"),
    )
    yield Pair(
        "a reference that leads nowhere",
        {},
        {"Lot .name": {"$ref": f"{_REF}Nowhere"}},
        breaks("Lot.name", "Nowhere"),
    )
    yield Pair(
        "a model that nobody reaches",
        {"schemas Lost": {"type": "object", "properties": {"a": _TEXT}}},
        {"schemas Lost": {"type": "object", "properties": {}}},
        breaks("Lost.a", "the field"),
    )
    yield Pair(
        "a model on both sides",
        {},
        {"get_picture requestBody": answer(_LOT)},
        shown("Lot", "is now sent in requests"),
    )
    yield Pair(
        "a way to page that nobody wrote",
        {},
        {"list_lots x-pagination strategy": "guess"},
        breaks("list_lots", "no code can be generated from it"),
    )
