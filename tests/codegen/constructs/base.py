"""The document that every construct is an edit of: a nursery's plants, which it lists, adds, gets."""

from __future__ import annotations

from typing import Any

Node = dict[str, Any]

SAID = "What it is."
ERRORS = ("401", "403", "404", "429", "502", "503")


def ref(name: str, kind: str = "schemas") -> Node:
    return {"$ref": f"#/components/{kind}/{name}"}


def text(**more: Any) -> Node:
    """A text, of a request."""
    return {"type": "string", "description": SAID, **more}


def null_text(**more: Any) -> Node:
    """A text, of an answer."""
    return {"type": ["string", "null"], "description": SAID, **more}


def record(required: tuple[str, ...] = (), **properties: Node) -> Node:
    """An object with these properties."""
    found: Node = {"type": "object", "description": SAID, "properties": properties}
    return {**found, "required": list(required)} if required else found


def or_null(name: str) -> Node:
    return {"oneOf": [ref(name), {"type": "null"}], "description": SAID}


def content(schema: Any, example: Any, kind: str = "application/json") -> Node:
    return {kind: {"schema": schema, "example": example}}


def success(schema: Any, example: Any, kind: str = "application/json") -> Node:
    return {"description": SAID, "content": content(schema, example, kind)}


def failures() -> Node:
    return {status: ref("Refusal", "responses") for status in ERRORS}


def operation(name: str, success: Node, retry: str = "safe", **more: Any) -> Node:
    """An operation, with its successes by status."""
    return {
        "operationId": name,
        "tags": ["plants"],
        "summary": "A call to the nursery",
        "description": SAID,
        "x-rate-limit": [{"limit": 10, "seconds": 60, "scope": "credential"}],
        "x-retry": {"class": retry},
        "responses": {**success, **failures()},
        **more,
    }


def parameter(name: str, schema: Any, place: str = "query", **more: Any) -> Node:
    must = {"required": True} if place == "path" else {}
    return {"name": name, "in": place, "description": SAID, **must, "schema": schema, **more}


def count(kind: str = "integer", **more: Any) -> Node:
    return {"type": kind, "x-number": "count", "description": SAID, **more}


def base() -> Node:
    """The document, to be edited in place."""
    paging = {"strategy": "cursor", "cursor": "after", "size": "size"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Nursery", "version": "1"},
        "servers": [{"url": "https://nursery.invalid/api"}],
        "tags": [{"name": "plants"}],
        "security": [],
        "x-error-families": {"nursery": {"code": ["code"]}},
        "paths": {
            "/plants": {
                "get": operation(
                    "list_plants",
                    {"200": success(ref("PlantPage"), {"plants": []})},
                    parameters=[
                        parameter("after", {"type": "string"}),
                        parameter("size", {"type": "integer", "x-number": "count"}),
                    ],
                    **{"x-pagination": {**paging, "items": "plants", "next": "next"}},
                ),
                "post": operation(
                    "create_plant",
                    {"201": success(ref("Plant"), {"id": "a"})},
                    "never",
                    requestBody={
                        "required": True,
                        "description": SAID,
                        "content": content(ref("PlantInput"), {"name": "fern"}),
                    },
                ),
            },
            "/plants/{id}": {
                "get": operation(
                    "get_plant",
                    {"200": success(ref("Plant"), {"id": "a"})},
                    parameters=[parameter("id", {"type": "string"}, "path")],
                ),
            },
        },
        "components": {
            "responses": {
                "Refusal": {
                    "description": SAID,
                    "x-error": "nursery",
                    "content": content(ref("Fault"), {"code": "withered"}),
                }
            },
            "schemas": {
                "Fault": record(code=null_text()),
                "Colour": {"type": "string", "description": SAID, "enum": ["red", "green"]},
                "PlantPage": record(
                    plants={
                        "type": ["array", "null"],
                        "items": ref("Plant"),
                        "description": SAID,
                    },
                    next=null_text(),
                ),
                "Plant": record(
                    ("id",),
                    id=text(),
                    name=null_text(),
                    colour=or_null("Colour"),
                    leaves={"type": ["integer", "null"], "x-number": "count", "description": SAID},
                    price=_price(["integer", "null"]),
                    currency=null_text(),
                ),
                "PlantInput": record(
                    ("name",),
                    name=text(),
                    colour={**ref("Colour"), "description": SAID},
                    price=_price("integer"),
                    currency=text(),
                    note=text(),
                ),
            },
        },
    }


def _price(kind: Any) -> Node:
    return {"type": kind, "format": "int64", "x-money": "minor", "description": SAID}


# --- places of the document, for edits


def schemas(document: Node) -> Node:
    found: Node = document["components"]["schemas"]
    return found


def answered(document: Node) -> Node:
    """The properties of the plant of answers."""
    found: Node = schemas(document)["Plant"]["properties"]
    return found


def asked(document: Node) -> Node:
    """The properties of the plant of requests."""
    found: Node = schemas(document)["PlantInput"]["properties"]
    return found


def listing(document: Node) -> Node:
    found: Node = document["paths"]["/plants"]["get"]
    return found


def creating(document: Node) -> Node:
    found: Node = document["paths"]["/plants"]["post"]
    return found


def getting(document: Node) -> Node:
    found: Node = document["paths"]["/plants/{id}"]["get"]
    return found


def body(document: Node) -> Node:
    found: Node = creating(document)["requestBody"]
    return found


def media(document: Node) -> Node:
    """The one media type of the body of `create_plant`."""
    found: Node = body(document)["content"]["application/json"]
    return found


def query(document: Node, name: str, schema: Any, **more: Any) -> None:
    """One more parameter of `list_plants`."""
    listing(document)["parameters"].append(parameter(name, schema, **more))


def answers(document: Node, schema: Any, example: Any, kind: str = "application/json") -> None:
    """Another success of `get_plant`."""
    getting(document)["responses"]["200"] = success(schema, example, kind)


def refuses(document: Node, **responses: Any) -> None:
    """Other errors of `get_plant`, instead of the six."""
    kept = {"200": getting(document)["responses"]["200"]}
    getting(document)["responses"] = {**kept, **responses}
