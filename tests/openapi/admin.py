"""What is known of the organization administration, and what its document says otherwise, each with
its reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tests.conftest import ROOT
from tests.openapi.admin_sources import SUCCESS
from tests.openapi.settled import Facts, Otherwise

SOURCE = ROOT / "openapi" / "admin.yaml"
PRINTED: Facts = json.loads((ROOT / "tests/data/admin-facts.json").read_text(encoding="utf-8"))
ANYWHERE = ("errors", "limits")
"""What is known of the platform, and of no operation."""


def answering(*statuses: str) -> Facts:
    """Errors and limits, of which it is not known whose they are."""
    found = {
        f" > {status}{place.removeprefix('errors')}": dict(said)
        for status in statuses
        for place, said in PRINTED.items()
        if place.startswith("errors")
    }
    for status in statuses:
        found[f" > {status}"]["x-error"] = "admin"
    found[" > 429"] |= PRINTED["limits"]
    return found | {" > 429 > header Retry-After": TEXT}


TEXT: dict[str, Any] = {"type": "string"}
OPERATION = r"[A-Z]+ /\S*"
PRODUCTS, APPS = r"POST \S+/products", r"POST \S+/apps"
STATUS, ENTITLEMENTS = r"GET \S+/status/\S+", r"GET \S+/entitlements"
SEARCH = r"POST \S+/workspaces"
RELATED = rf"{SEARCH} > 200 > data > each > relationships"
MODULES = {
    PRODUCTS: ("provision_products", "products"),
    APPS: ("provision_app", "apps"),
    STATUS: ("get_provisioning_status", "provisioning"),
    ENTITLEMENTS: ("list_product_entitlements", "products"),
    SEARCH: ("search_workspaces", "workspaces"),
}
PAGES = {
    "strategy": "body-cursor",
    "cursor": "cursor",
    "size": "limit",
    "items": "data",
    "item-id": "id",
    "next": "links.next",
}
ALWAYS = "|".join(
    [
        r"(data|resource_ari|entitlements)",
        r"data > (statusUrl|requestId|status)",
        r"entitlements > each > entitlement_id",
        r"data > each > (id|type)",
        r".* > entitlement > each > id",
    ]
)
ANSWERS = ("401", "403", "404", "429", "default")

FACTS: Facts = {
    place.replace(f" > {SUCCESS}", " > 200"): said
    for place, said in PRINTED.items()
    if place.split(" > ")[0] not in ANYWHERE
}
"""Of operations. The status of a success is published of the search alone, and any 2xx reads alike;
so the document names it 200."""


def _modules() -> Iterator[Otherwise]:
    for operation, (name, tag) in MODULES.items():
        yield Otherwise(
            "operations are functions of Python, and tags its modules",
            *(operation, {"operationId": name, "tag": tag}),
        )


OTHERWISE = [
    # --- the platform
    Otherwise("it is what the document is written in", "API", {"openapi": "3.1.0"}),
    Otherwise("no version is published but that of the paths", "API", {"version": "2.0.0"}),
    Otherwise(
        "the same address, as documents say it",
        *("API", {"server": None, "servers": ["https://api.atlassian.com/admin"]}),
    ),
    Otherwise(
        "what it can be answered, of all operations",
        *("API", {"statuses": ["200", "400", "401", "403", "404", "409", "429"]}),
    ),
    *_modules(),
    Otherwise("no numbers are published", OPERATION, {"limits": []}),
    Otherwise(
        "either will do, and no page says more", OPERATION, {"security": ["basic", "bearer"]}
    ),
    Otherwise(
        "a slip of the pen: its siblings send Authorization",
        *(ENTITLEMENTS, {"credential": None}),
    ),
    Otherwise(
        "an order for an app has to follow as one for a product has: both name the request",
        *(APPS, {"x-completed-within": 600}),
    ),
    Otherwise(
        "nothing makes a second request the first one",
        *(f"{PRODUCTS}|{APPS}", {"x-retry": {"class": "never"}}),
    ),
    Otherwise(
        "what reads changes nothing, and neither does a search, though it is a POST",
        *(f"{STATUS}|{ENTITLEMENTS}|{SEARCH}", {"x-retry": {"class": "safe"}}),
    ),
    Otherwise(
        "a cursor of the answer goes back by itself; a workspace has an id",
        *(SEARCH, {"x-pagination": PAGES}),
    ),
    # --- parameters
    Otherwise("the client fills it in", ".* > path orgId", {"x-tenant": "organization"}),
    Otherwise("a path has no empty segment", r".* > path \w+", {"minLength": 1}),
    Otherwise("as Python has it", ".* > path productAri", {"x-python-name": "product_ari"}),
    Otherwise(
        "as its answers call it",
        *(".* > path provisioningRequestId", {"x-python-name": "request_id"}),
    ),
    # --- requests
    Otherwise("nothing can be done without one", ".* > body", {"required": True}),
    Otherwise(
        "every sample has it",
        *(
            r".* > body > (offerings|parameters|parameters > (adminEmail|appKey))",
            {"required": True},
        ),
    ),
    Otherwise("nothing else is provisioned", ".* > body > offerings", {"minItems": 1}),
    Otherwise(
        "an offering is the same to both; what a location does to an app is not published",
        *(rf"{APPS} > body > offerings > each", {}),
        below={" > location": {**TEXT, "minLength": 1}},
    ),
    Otherwise(
        "an offering is the same to both",
        *(rf"{APPS} > body > offerings > each > id", {"format": "uuid", "required": True}),
    ),
    Otherwise(
        "what is empty says nothing",
        *(
            r".* > body > (.* > )?(adminEmail|name|timezone|appKey|location|field)",
            {"minLength": 1},
        ),
        where={"type": "string"},
    ),
    Otherwise(
        "and neither does a list that is empty",
        *(r".* > body > query > (.*)?(and|values|features|policies)", {"minItems": 1}),
        where={"type": "array"},
    ),
    Otherwise(
        "one object that takes any of them, which the server reads; one of them at least",
        *(r".* > body > query", {"anyOf": None, "minProperties": 1}),
    ),
    Otherwise(
        "and so does each query inside",
        *(r".* > body > query > and > each", {"minProperties": 1}),
    ),
    Otherwise("others have written of it, and no reference", ".* > query", {"others": None}),
    Otherwise("others have written of it", ".* > body > limit", {"maximum": None}),
    Otherwise("a page has one at least", ".* > body > limit", {"minimum": 1, "format": "int32"}),
    Otherwise(
        "a field and its values go together",
        *(".* > query > field > (name|values)", {"required": True}),
    ),
    Otherwise("without one nothing is sorted", ".* > sort > each > field", {"required": True}),
    Otherwise("null says what its absence says", ".* > body > cursor", {"null": None}),
    Otherwise("it goes with a text", ".* > query > value", TEXT),
    Otherwise("a keyword of Python", ".* > query > and", {"x-python-name": "and_"}),
    # --- answers
    Otherwise("an answer says nothing without it", rf".* > 200 > ({ALWAYS})", {"required": True}),
    Otherwise(
        "an open list, whose ends are assumed",
        ".* > data > status",
        {"enum": ["IN_PROGRESS", "COMPLETED", "FAILED"], "assumed": None},
        where={"assumed": ["COMPLETED", "FAILED"]},
    ),
    Otherwise(
        "the sample has none; they are taken for texts",
        ".* > suspension_reasons",
        {},
        below={" > each": TEXT},
    ),
    Otherwise(
        "the sample has null; what it can be else is not said",
        ".* > meta > attributes",
        {"type": "object", "map": True},
    ),
    Otherwise("a name without a type is a text", ".* > 200 > .*", TEXT, where={"type": None}),
    Otherwise("the entitlement is the one that is shown", RELATED, {"map": None}),
    Otherwise(
        "date-time says it",
        ".* > 200 > .*",
        {"standard": None, "format": "date-time"},
        where={"standard": "ISO 8601"},
    ),
    Otherwise(
        "what is counted is as large as may be",
        ".* > 200 > .*",
        {"format": "int64"},
        where={"type": "integer"},
    ),
    Otherwise("they count", ".*", {"x-number": "count"}, where={"type": "integer"}),
    Otherwise("they count", ".*", {"x-number": "count"}, where={"type": "number"}),
    Otherwise(
        "answers hold null where nothing says that they have a field",
        rf"{OPERATION} > 200 > (.* > )?(?!each$)\w+",
        {"null": True},
        where={"required": None},
    ),
    # --- errors
    Otherwise(
        "errors are published of the API at large; these, operations that read can answer",
        *(rf"{STATUS}|{ENTITLEMENTS}", {}),
        below=answering(*ANSWERS),
    ),
    Otherwise("and a search whose body is wrong", SEARCH, {}, below=answering("400", *ANSWERS)),
    Otherwise(
        "and what goes against another that is at work",
        *(f"{PRODUCTS}|{APPS}", {}),
        below=answering("400", "409", *ANSWERS),
    ),
    Otherwise("no errors without it", ".* > errors", {"required": True}),
    Otherwise(
        "texts, of which an error may lack any",
        *(r".* > errors > each > \w+", {**TEXT, "null": True}),
    ),
]
