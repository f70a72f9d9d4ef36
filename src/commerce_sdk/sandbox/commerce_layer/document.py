"""The documents of Commerce Layer: of the API, and of the host that gives its tokens."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from commerce_sdk.sandbox.engine.document import Document

SCHEME = "clientCredentials"
_KINDS = ("application/json", "application/vnd.api+json", "application/x-www-form-urlencoded")


@cache
def commerce_layer_document() -> Document:
    """The document of Commerce Layer Provisioning."""
    return Document.load(files("commerce_sdk.sandbox") / "documents" / "commerce_layer.json")


def token_document(document: Document) -> Document:
    """The document of the host that gives tokens, which the API's own tells by its flow."""
    flow = document.security_schemes[SCHEME]["flows"]["clientCredentials"]
    asked = {"type": "object", "properties": dict.fromkeys(_ASKED, _TEXT)}
    failed = {
        "description": "What went wrong.",
        "x-error": "token",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Failure"}}},
    }
    operation: dict[str, Any] = {
        "operationId": "create_token",
        "x-rate-limit": flow["x-rate-limit"],
        "requestBody": {
            "required": True,
            "content": {kind: {"schema": asked} for kind in _KINDS},
        },
        "responses": {
            "200": {
                "description": "A token.",
                "content": {"application/json": {"schema": _TOKEN}},
            },
            "4XX": failed,
            "5XX": failed,
        },
    }
    return Document(
        {
            "paths": {urlsplit(flow["tokenUrl"]).path: {"post": operation}},
            "components": {"schemas": {"Failure": _FAILURE}},
            "x-error-families": {
                "token": {
                    "title": ["errors/*/title"],
                    "code": ["errors/*/code"],
                    "detail": ["errors/*/detail"],
                }
            },
        }
    )


_ASKED = ("grant_type", "client_id", "client_secret", "scope")
_TEXT, _NUMBER = {"type": "string"}, {"type": "integer"}
_TOKEN = {
    "type": "object",
    "required": ["access_token", "token_type", "expires_in", "scope", "created_at"],
    "properties": {
        **dict.fromkeys(("access_token", "token_type", "scope"), _TEXT),
        **dict.fromkeys(("expires_in", "created_at"), _NUMBER),
    },
}
_ENTRY = {
    "type": "object",
    # A number here; the API writes a text.
    "properties": {
        **dict.fromkeys(("title", "detail", "code"), _TEXT),
        "status": _NUMBER,
    },
}
_FAILURE = {
    "type": "object",
    "properties": {"errors": {"type": "array", "items": _ENTRY}},
}
