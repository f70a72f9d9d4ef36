"""What is known of the storefront's platform, and what its document says otherwise, each with its
reason."""

from __future__ import annotations

import json

from tests.conftest import ROOT
from tests.openapi.settled import Facts, Otherwise, laid_over

SOURCE = ROOT / "openapi" / "storefront.yaml"
DATA = ROOT / "tests" / "data"
PAGE: Facts = json.loads((DATA / "storefront-facts.json").read_text(encoding="utf-8"))
BEYOND = json.loads((DATA / "storefront-beyond-the-page.json").read_text(encoding="utf-8"))
FACTS = laid_over(PAGE, BEYOND)
NAMES = {"bearer": "BearerAuth", "apiKey": "ApiKey"}
"""The schemes of credentials, by what the document calls them and by what the page does."""

OPERATION = r"[A-Z]+ /\S*"
FIELD_OF_ANSWER = rf"{OPERATION} > \d+ > (.* > )?(?!each$)\w+"
TEXT = {"type": "string", "null": True}
ERROR = {"content": "application/json", "type": "object", "x-error": "storefront"}
PAGES = {
    "strategy": "page",
    "cursor": "page",
    "size": "pageSize",
    "items": "data",
    "number": "page",
    "ends-by": {"pages": "pages"},
}
IDS = {"auth-login": "log_in", "auth-refresh": "refresh_login", "auth-logout": "log_out"}
READ = r"GET \S+|POST /auth/login"
AMOUNTS = (
    r"GET /\w+ > 200 > data > each|GET /\w+/\S+ > 200|PATCH \S+ > 200|POST /(products|orders) > 201"
    r"|(POST|PATCH) /products\S* > body"
)

OTHERWISE = [
    # --- the platform
    Otherwise("nobody runs it, so it is served where its caller says", "API", {"servers": None}),
    Otherwise("the same address, as its samples have it", "API", {"server": None}),
    Otherwise(
        "it is used, and left out of the page's list",
        *("API", {"statuses": lambda listed: sorted([*listed, "409"])}),
    ),
    Otherwise(
        "a key is one of two credentials, and a limit counts by either",
        *("limit .*", {"scope": "credential"}),
    ),
    Otherwise("the limits are of all requests together", "limit .*", {"bucket": "all"}),
    Otherwise("and of each of them", OPERATION, {"limits": ["standard", "enterprise"]}),
    Otherwise("tags are modules of Python", OPERATION, {"tag": str.lower}),
    Otherwise(
        "operations are functions of Python",
        *(OPERATION, {"operationId": lambda key: IDS.get(key, key.replace("-", "_"))}),
    ),
    Otherwise(
        "limits are by API key, which no operation lists; only a session is what logout ends",
        *(r"(?!DELETE /auth/logout)" + OPERATION, {"security": ["ApiKey", "BearerAuth"]}),
        where={"security": ["BearerAuth"]},
    ),
    Otherwise("what reads changes nothing", READ, {"x-retry": {"class": "safe"}}),
    Otherwise(
        "no operation has a key by which a second request would be the first one",
        *(rf"(?!{READ}){OPERATION}", {"x-retry": {"class": "never"}}),
    ),
    Otherwise(
        "a status is the same however often it is set, and an order tells it",
        *(r"PATCH \S+/status", {"x-retry": {"class": "idempotent", "read-back": "get_order"}}),
    ),
    Otherwise(
        "pages are numbered, and each names its number and theirs; a product has an id",
        *(r"GET /products", {"x-pagination": {**PAGES, "item-id": "productId"}}),
    ),
    Otherwise(
        "and so has an order", *(r"GET /orders", {"x-pagination": {**PAGES, "item-id": "orderId"}})
    ),
    # --- answers
    Otherwise("they hold what went wrong", rf"{OPERATION} > 4\d\d", {"x-error": "storefront"}),
    Otherwise(
        "a SKU that another product has is why there is no new one",
        *("POST /products > 409", {"x-refusal": True}),
    ),
    Otherwise(
        "the page lists 403 and 429 at some operations, and 5xx at none; each can answer all",
        OPERATION,
        below={
            " > default": ERROR,
            " > default > code": {"type": "string", "required": True},
            " > default > message": {"type": "string", "required": True},
            " > default > details": {"type": "array", "null": True},
            " > default > details > each": {"type": "object"},
        },
    ),
    Otherwise(
        "the page says that there are such objects, and not what is in them",
        *(".* > details > each", {}),
        below={" > field": TEXT, " > message": TEXT, " > code": TEXT},
    ),
    Otherwise(
        "answers hold null where a field is only called optional",
        *(FIELD_OF_ANSWER, {"null": True}),
        where={"required": None},
    ),
    Otherwise(
        "what is only read is in no request at all",
        *(".*", {"readOnly": None}),
        where={"readOnly": True},
    ),
    Otherwise(
        "answers are held to no bounds",
        *(FIELD_OF_ANSWER, {"minimum": None, "minLength": None, "maxLength": None}),
    ),
    # --- requests
    Otherwise(
        "a PATCH is given the fields of a new product, and changes those that are sent",
        *("PATCH /products/.* > body > .*", {"required": None, "default": None}),
    ),
    Otherwise(
        "the page's own sample is shorter",
        *("POST /auth/login > body > password", {"minLength": None}),
    ),
    Otherwise("from is a keyword of Python", ".* query from", {"x-python-name": "created_from"}),
    Otherwise("its counterpart", ".* query to", {"x-python-name": "created_before"}),
    # --- values
    Otherwise("each server sees it in its own way", ".*", {"format": None}, {"format": "email"}),
    Otherwise("each server sees it in its own way", ".*", {"format": None}, {"format": "uri"}),
    Otherwise("date-time says it", ".*", {"standard": None}, {"standard": "ISO 8601"}),
    Otherwise("said at one of them, and meant by all", ".* > currency", {"standard": "ISO 4217"}),
    Otherwise(
        "what is counted is as large as may be",
        *(".*", {"format": "int64", "x-number": "count"}),
        where={"type": "integer"},
    ),
    Otherwise("nobody turns so many pages", ".* (> |query )page(Size)?", {"format": "int32"}),
    Otherwise(
        "amounts are of the main unit, as the samples of the kit's data have them",
        *(".*", {"x-money": "major"}),
        where={"type": "number"},
    ),
    Otherwise(
        "amounts are in the currency beside them",
        *(AMOUNTS, {"x-currency": ["currency"]}),
    ),
    Otherwise(
        "amounts of items are in the currency of their order",
        *(r".* > 20\d.* > items > each", {"x-currency": ["../currency"]}),
    ),
    Otherwise(
        "whoever has it is let in",
        *(".* > (accessToken|refreshToken)", {"x-secret": True}),
    ),
]
