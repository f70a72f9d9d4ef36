"""What the document of Commerce Layer Provisioning says otherwise than the facts, each with its reason."""

from __future__ import annotations

from typing import Any

from tests.openapi.commerce_layer import PRINTED, SCHEME
from tests.openapi.json_api import TEXT
from tests.openapi.settled import Otherwise

OPERATION = r"[A-Z]+ /\S*"
REQUEST = r"schema \w+Input(?:Data|Attributes|Relationships)?"
FIELD = r"schema \w+ > (?:x-resource > )?"
LISTS = ["PageNumber", "PageSize", "Include", "Fields", "Sort", "Filter", "AfterId"]
ANY, ONE = ["AcceptVersion"], ["AcceptVersion", "ResourceId"]
SHOWN = ["Include", "Fields"]
PAGES = {"size": "page[size]", "items": "data", "ends-by": {"pages": "meta.page_count"}}
BUCKETS = {"GET": "reads", "POST": "writes"}
ENDED = (
    *("eq", "not_eq", "lt", "lteq", "gt", "gteq", "matches", "does_not_match"),
    *("start", "end", "cont", "not_start", "not_end", "not_cont"),
)
TEXTS = ("matches", "does_not_match", "start", "end", "cont", "not_start", "not_end", "not_cont")
FLAGS = ("present", "blank", "null", "not_null", "true", "false")
NEVER = {"x-retry": {"class": "never"}}


def _with_errors(answers: dict[str, Any]) -> dict[str, Any]:
    return {**answers, "4XX": "Refused", "5XX": "Failed"}


def _in_buckets(limits: Any) -> Any:
    if isinstance(limits, dict):
        return {method: _in_buckets(each) for method, each in limits.items()}
    return [{**each, "bucket": _bucket(*each["bucket"].split(" of "))} for each in limits]


def _bucket(method: str, resource: str = "") -> str:
    return f"{resource}-{BUCKETS[method]}" if resource else BUCKETS[method]


def _by_address(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _by_address(each) for key, each in node.items()}
    if isinstance(node, list):
        return [_by_address(each) for each in node]
    return "address" if node == PRINTED["limits"]["by"] else node


def _ended(matchers: dict[str, str]) -> dict[str, str]:
    ends = PRINTED["matchers"]["ends"]
    return matchers | {f"{each}{end}": "values" for each in ENDED for end in ends}


def _texts(matchers: dict[str, str]) -> dict[str, str]:
    begins = tuple(f"{each}_" for each in TEXTS)
    some = {each: "texts" for each in matchers if each.startswith(begins)}
    return matchers | some | dict.fromkeys(TEXTS, "text")


def _of_bodies() -> dict[str, Any]:
    def needed(body: dict[str, Any]) -> dict[str, Any]:
        return {**body, "required": True}

    return {"at": "(POST|PATCH) (?!.*/resend).*", "says": {"requestBody": needed}}


def _retry(does: str, says: dict[str, Any]) -> dict[str, Any]:
    return {"at": OPERATION, "says": says, "where": {"does": does}}


def _takes(does: str, *parameters: list[str]) -> dict[str, Any]:
    names = [each for some in parameters for each in some]
    return {"at": OPERATION, "says": {"parameters": names}, "where": {"does": does}}


OTHERWISE = [
    # --- the platform
    Otherwise(
        "it is what the document is written in",
        *("API", {"openapi": "3.1.0", "security": [{SCHEME: []}]}),
    ),
    Otherwise(
        "what it has by name",
        *("API", {"components": ["parameters", "responses", "schemas", "securitySchemes"]}),
    ),
    Otherwise(
        "how the entries of its errors are read, whose `meta` says nothing more",
        "API",
        {
            "x-error-families": {
                "json-api": {
                    "title": ["errors/*/title"],
                    "code": ["errors/*/code"],
                    "detail": ["errors/*/detail"],
                    "problems": [
                        {
                            "at": "errors/*",
                            "message": ["detail", "title"],
                            "code": ["code"],
                            "pointer": ["source/pointer"],
                            "strip": ["/data/attributes", "/data/relationships"],
                        }
                    ],
                }
            }
        },
    ),
    Otherwise(
        "a 401 is of both, in the same words",
        *(f"security {SCHEME}", {"type": "oauth2", "x-unauthenticated": "expired-or-forbidden"}),
    ),
    Otherwise(
        "an IP is an address; limits of operations are named by what they count, and an endpoint,"
        " which no page says more of, is taken for all of a resource's",
        *(rf"API|{OPERATION}", {"x-rate-limit": lambda limits: _by_address(_in_buckets(limits))}),
    ),
    Otherwise(
        "and the token host counts by address as well",
        *(f"security {SCHEME}", {"flows": _by_address}),
    ),
    # --- operations
    Otherwise(
        "nothing is published of a related one but that it can be read",
        OPERATION,
        {"responses": lambda answers: {"200": answers[""]}},
        where={"does": "related one"},
    ),
    Otherwise(
        "and that related ones can be as a list is",
        OPERATION,
        {"responses": lambda answers: {"200": answers[""]}},
        where={"does": "related many"},
    ),
    Otherwise(
        "any of them can be refused, and fail, in statuses that are published of none alone",
        *(OPERATION, {"responses": _with_errors}),
    ),
    *(
        Otherwise("to read changes nothing", **_retry(does, {"x-retry": {"class": "safe"}}))
        for does in ("list", "retrieve", "related one", "related many")
    ),
    *(
        Otherwise("nothing makes a second change the first one", **_retry(does, NEVER))
        for does in ("update", "delete")
    ),
    Otherwise("nothing can be changed without a body", **_of_bodies()),
    Otherwise(
        "pages are walked by their number, or by the id that the one before ends with",
        OPERATION,
        {
            "pages": None,
            "x-pagination": [
                {**PAGES, "strategy": "page", "cursor": "page[number]", "item-id": "id"},
                {**PAGES, "strategy": "id", "cursor": "filter[q][id_gt]", "next": "id"},
            ],
        },
        where={"pages": True},
    ),
    *(
        Otherwise("what it takes, as its resource and the query language have it", **each)
        for each in (
            _takes("list", ANY, LISTS),
            _takes("create", ANY, SHOWN),
            *(_takes(does, ONE, SHOWN) for does in ("retrieve", "update", "related one")),
            _takes("related many", ONE, LISTS),
            *(_takes(does, ONE) for does in ("delete", "resend", "transfer_ownership")),
        )
    ),
    Otherwise(
        "the user is who asks, and has no id",
        *("(GET|PATCH) /user", {"parameters": lambda names: [ANY[0], *names[2:]]}),
    ),
    Otherwise("what it does is said by its name", OPERATION, {"does": None}),
    # --- parameters
    Otherwise(
        "it is sent always, so that another version does not come by itself",
        *("parameter AcceptVersion", {"required": True}),
    ),
    Otherwise("a path has no empty segment", "parameter ResourceId", {"minLength": 1}),
    Otherwise(
        "brackets are none of Python's names",
        *("parameter PageNumber", {"x-python-name": "page_number", "x-number": "count"}),
    ),
    Otherwise(
        "brackets are none of Python's names",
        *("parameter PageSize", {"x-python-name": "page_size", "x-number": "count"}),
    ),
    Otherwise(
        "a page has one at least",
        *("parameter PageSize", {"minimum": 1}),
        where={"minimum": None},
    ),
    Otherwise(
        "brackets are none of Python's names", "parameter AfterId", {"x-python-name": "after_id"}
    ),
    Otherwise("`filter[q]` neither", "parameter Filter", {"x-python-name": "filters"}),
    Otherwise(
        "commas stand between them",
        *("parameter (Include|Sort)", {"style": "form", "explode": False}),
    ),
    Otherwise(
        "texts by the names in brackets",
        *("parameter (Fields|Filter)", {"explode": True, "additionalProperties": TEXT}),
    ),
    Otherwise(
        "which have such ends is not said: those that compare with something",
        *("parameter Filter", {"x-matchers": _ended}),
    ),
    Otherwise(
        "what is compared sign by sign is a text",
        *("parameter Filter", {"x-matchers": _texts}),
    ),
    Otherwise(
        "what compares with nothing is turned on",
        *("parameter Filter", {"x-matchers": lambda each: each | dict.fromkeys(FLAGS, "flag")}),
    ),
    Otherwise(
        "it takes an object",
        *("parameter Filter", {"x-matchers": lambda each: each | {"jcont": "object"}}),
    ),
    # --- resources
    Otherwise(
        "date-time says it",
        *(f"{FIELD}\\w+", {"standard": None, "format": "date-time"}),
        where={"standard": "ISO 8601"},
    ),
    Otherwise("an instant, as its name says", f"{FIELD}disabled_at", {"format": "date-time"}),
    Otherwise(
        "of any shape", f"{FIELD}\\w+", {"additionalProperties": True}, where={"type": "object"}
    ),
    Otherwise("they count", f"{FIELD}\\w+", {"x-number": "count"}, where={"type": "integer"}),
    Otherwise(
        "in which unit is not said",
        f"{FIELD}\\w+",
        {"x-number": "unknown"},
        where={"type": "number"},
    ),
    Otherwise(
        "a whole number that is described as a switch",
        *(f"{FIELD}imports_trigger_webhooks", {"x-number": "unknown"}),
    ),
    Otherwise(
        "what can be null is set to null to take it away",
        *(f"{REQUEST} > \\w+", {"nullable": None, "null": True}),
        where={"nullable": True},
    ),
    Otherwise(
        "and so are these, which nobody has to have",
        *(f"{FIELD}(reference|reference_origin|metadata)", {"null": True}),
    ),
    Otherwise(
        "a link to one that need not be there can be taken away",
        *(rf"{REQUEST} > \w+", {"ref": lambda link: f"Optional{link}", "clears": None}),
        where={"clears": True},
    ),
    Otherwise(
        "answers hold null where nothing says that they have a field",
        *(rf"(?!{REQUEST} > )schema \w+ > (?!x-resource)(\w+)", {"null": True}),
        where={"required": None},
    ),
    Otherwise("what is empty says nothing", f"{REQUEST} > new_owner_email", {"minLength": 1}),
    # --- errors
    Otherwise("how errors are read", "answer (Refused|Failed)", {"x-error": "json-api"}),
]
