"""A small document, edits of it, and a server of what came of one."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from commerce_sdk.sandbox.engine import Call, Document, Entry
from tests.sandbox.engine.serving import asking, one_server

Edit = Callable[[dict[str, Any]], object]


def ref(name: str, kind: str = "schemas") -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


def json_of(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}


NAME = {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}
DOG = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": {"type": "string", "maxLength": 5}, "age": {"type": "integer"}},
}
KENNEL: dict[str, Any] = {
    "openapi": "3.1.0",
    "servers": [{"url": "https://kennel.invalid/v1"}],
    "security": [{"key": []}],
    "x-error-families": {"kennel": {"code": ["code"], "detail": ["message"]}},
    "paths": {
        "/dogs": {
            "get": {
                "operationId": "list_dogs",
                "parameters": [
                    {"name": "page", "in": "query", "schema": {"type": "integer"}},
                    {"name": "size", "in": "query", "schema": {"type": "integer"}},
                ],
                "x-pagination": {
                    "strategy": "page",
                    "cursor": "page",
                    "size": "size",
                    "items": "dogs",
                    "ends-by": {"total": "total"},
                },
                "responses": {"200": {"content": json_of(ref("Page"))}},
            },
            "post": {
                "operationId": "add_dog",
                "requestBody": {"required": True, "content": json_of(ref("Dog"))},
                "responses": {"204": {}, "4XX": ref("Fault", "responses")},
            },
        },
        "/dogs/{name}": {
            "parameters": [NAME],
            "get": {
                "operationId": "get_dog",
                "responses": {
                    "200": {"content": json_of(ref("Dog"))},
                    "default": ref("Fault", "responses"),
                },
            },
        },
    },
    "components": {
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "token": {"type": "http", "scheme": "bearer"},
        },
        "responses": {"Fault": {"x-error": "kennel", "content": json_of(ref("Fault"))}},
        "schemas": {
            "Dog": DOG,
            "Page": {
                "type": "object",
                "properties": {
                    "dogs": {"type": "array", "items": ref("Dog")},
                    "total": {"type": "integer"},
                },
            },
            "Fault": {
                "type": "object",
                "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
            },
        },
    },
}


def edited(edit: Edit) -> dict[str, Any]:
    content = copy.deepcopy(KENNEL)
    edit(content)
    return content


def put(pointer: str, value: Any) -> Edit:
    """An edit: a value, at a place that may be new; `...` takes what is there away."""

    def edit(content: dict[str, Any]) -> None:
        *steps, last = (step.replace("~1", "/") for step in pointer.split("/")[1:])
        node: Any = content
        for step in steps:
            node = node[int(step)] if isinstance(node, list) else node[step]
        key: Any = int(last) if isinstance(node, list) else last
        if isinstance(node, list) and key == len(node):
            node.append(value)
        elif value is ...:
            del node[key]
        else:
            node[key] = value

    return edit


def moved(old: str, new: str) -> Edit:
    def edit(content: dict[str, Any]) -> None:
        content["paths"][new] = content["paths"].pop(old)

    return edit


LIST = "/paths/~1dogs/get"
ADD = "/paths/~1dogs/post"
GET = "/paths/~1dogs~1{name}/get"
AGE = "/components/schemas/Dog/properties/age"
BODY = f"{ADD}/requestBody/content/application~1json/schema"
KEY = "/components/securitySchemes/key"


class Kennel:
    def __init__(self) -> None:
        self.calls: list[Call] = []

    def list_dogs(self, call: Call) -> list[Entry]:
        return [Entry.of("rex", {"name": "rex"})]

    def add_dog(self, call: Call) -> None:
        self.calls.append(call)

    def get_dog(self, call: Call) -> dict[str, Any]:
        self.calls.append(call)
        return {"name": "rex"}


async def asked(edit: Edit, method: str, path: str, **sent: Any) -> tuple[int, str]:
    """The status of an answer, and what it says."""
    known = {"key": ["k"], "token": ["t"]}
    server = one_server(Document(edited(edit)), Kennel(), credentials=known)
    async with asking(server) as client:
        answer = await client.request(method, path, **{"headers": {"X-Key": "k"}, **sent})
    body = answer.json() if answer.content else {}
    return answer.status_code, body.get("message", "")
